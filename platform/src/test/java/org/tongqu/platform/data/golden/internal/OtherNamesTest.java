package org.tongqu.platform.data.golden.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: a thing is found by each of its identifiers, and by those that it had before. */
class OtherNamesTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final LocalDate START = LocalDate.of(2026, 5, 1);

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);
    private final StoredRecords stored = platform.bean(StoredRecords.class);
    private final Taking taking = platform.bean(Taking.class);
    private final Settling settling = platform.bean(Settling.class);
    private final RecordStore records = platform.bean(RecordStore.class);
    private final Merges merges = platform.bean(Merges.class);
    private final TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
    private final Register population = registers.find("population").orElseThrow();

    private static String number() {
        var n = PEOPLE.incrementAndGet();
        var body = String.format("99990319%02d0101%03d", n / 1000, n % 1000);
        return body + Mod112.check(body);
    }

    private static String passport() {
        return String.format("E9%07d", PEOPLE.incrementAndGet());
    }

    private static Delivered said(String key, String number, LocalDate since, String... fields) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        return new Delivered(key, number, since, named);
    }

    private static Now at(LocalDate day) {
        return Now.at(day.atTime(4, 0).toInstant(java.time.ZoneOffset.UTC));
    }

    private Receipt deliver(int day, String source, Delivered... delivered) {
        var now = at(START.plusDays(day));
        var taken = taking.take(
                population, source, Entry.Doer.SYSTEM, now, List.of(delivered).iterator());
        transaction.executeWithoutResult(status -> {
            settling.settle(population, taken.entities());
            settling.settled(taken.receipt().delivery(), now);
        });
        return taken.receipt();
    }

    private GoldenRecord record(String number, int day) {
        return registers
                .record(population, number, AsOf.on(START.plusDays(day)))
                .orElseThrow();
    }

    private static String value(GoldenRecord record, String field) {
        var decided = record.fields().get(field);
        return decided == null ? "" : decided.chosen().fact().value();
    }

    private List<String> asides(int count) {
        return records.asides(population, Long.MAX_VALUE, count).stream()
                .map(aside -> aside.key() + " " + aside.field() + " " + aside.kind())
                .toList();
    }

    @Test
    void aChangedNumberLeadsToTheOneRecord_alsoForSourcesThatDoNotKnowIt() {
        var old = number();
        var now = number();
        deliver(0, "public-security", said("p", old, START, "name", "秦望山"));
        deliver(1, "health", said("h", old, START, "name", "秦望山", "phone", "19900000011"));

        deliver(
                2,
                "public-security",
                said("p2", now, START.plusDays(2), "name", "秦望山", "sex", "1", "formerNumber", old));
        deliver(3, "health", said("h", old, START.plusDays(3), "name", "秦望山", "phone", "19900000012"));

        var record = record(old, 3);
        assertThat(record).isEqualTo(record(now, 3));
        assertThat(record.identifier()).isEqualTo(now);
        assertThat(value(record, "phone")).isEqualTo("19900000012");
        assertThat(record.merged()).singleElement().satisfies(merged -> {
            assertThat(merged.identifier()).isEqualTo(old);
            assertThat(merged.named())
                    .contains(new GoldenRecord.Named("formerNumber", "public-security", START.plusDays(2)));
        });
        assertThat(value(record(now, 1), "phone"))
                .as("nobody knew it the day before")
                .isEmpty();
        for (var number : List.of(old, now)) {
            assertThat(stored.find(population, number).orElseThrow().fields()).containsKeys("phone", "sex");
        }
    }

    @Test
    void aPassportFindsThePerson_andOnePassportIsNotOfTwo() {
        var person = number();
        var passport = passport();
        deliver(0, "human-resources", said("by-passport", passport, START, "phone", "19900000013"));
        assertThat(value(record(passport, 0), "phone")).isEqualTo("19900000013");

        var receipt = deliver(
                1,
                "public-security",
                said("p", person, START, "name", "柳明川", "passport", passport),
                said("q", number(), START, "name", "柳明河", "passport", passport));

        assertThat(receipt.taken()).isOne();
        assertThat(receipt.aside()).isOne();
        assertThat(asides(1)).containsExactly("q passport elsewhere");
        var record = record(passport, 1);
        assertThat(record.identifier()).isEqualTo(person);
        assertThat(value(record, "name")).isEqualTo("柳明川");
        assertThat(value(record, "phone"))
                .as("what was said of the passport counts")
                .isEqualTo("19900000013");
        assertThat(platform.database()
                        .asOwner()
                        .sql(
                                "SELECT count(*) FROM golden.entity WHERE position(convert_to(?, 'UTF8') IN identifier) > 0")
                        .param(passport)
                        .query(Integer.class)
                        .single())
                .as("as sealed as the number itself")
                .isZero();
    }

    @Test
    void changesThatLeadBackAreSetAside() {
        var one = number();
        var two = number();
        deliver(0, "public-security", said("r1", one, START, "name", "方知白"));
        deliver(1, "public-security", said("r2", two, START, "name", "方知白", "formerNumber", one));

        var receipt = deliver(
                2,
                "public-security",
                said("r1", one, START.plusDays(2), "name", "方知白", "formerNumber", two),
                said("r3", number(), START, "name", "方", "formerNumber", one));

        assertThat(receipt.aside()).isEqualTo(2);
        assertThat(asides(2)).containsExactlyInAnyOrder("r1 formerNumber ring", "r3 formerNumber elsewhere");
        assertThat(record(one, 2).identifier()).isEqualTo(two);
    }

    @Test
    void whatSomebodyTookApartASourceDoesNotMakeOneAgain() {
        var one = number();
        var two = number();
        var passport = passport();
        var claim = said("s2", two, START, "name", "许青禾", "formerNumber", one, "passport", passport);
        deliver(0, "public-security", said("s1", one, START, "name", "许青苗"));
        deliver(1, "public-security", claim);
        assertThat(value(record(one, 1), "name")).isEqualTo("许青禾");

        record(two, 1)
                .merged()
                .forEach(merged -> transaction.executeWithoutResult(status -> merges.undo(
                        population, merges.find(population, merged.id()).orElseThrow(), entry())));

        assertThat(value(record(one, 1), "name")).isEqualTo("许青苗");
        assertThat(registers.record(population, passport, AsOf.on(START)))
                .as("nobody speaks of the passport itself")
                .isEmpty();
        assertThat(deliver(2, "public-security", claim).aside()).isOne();
        assertThat(asides(2)).containsExactlyInAnyOrder("s2 formerNumber parted", "s2 passport parted");
        assertThat(value(record(two, 2), "name")).isEqualTo("许青禾");
    }

    private static Entry entry() {
        return Entry.of(Instant.now(), Entry.Doer.SYSTEM, "golden.unmerge", new Entry.Subject("record", "x"))
                .because("two cousins");
    }

    @Test
    void manyAreLinkedAtOnceAndCountedOnce() {
        var firms = registers.find("legal-person").orElseThrow();
        var before = standing("legal-person");
        List<Delivered> tax = new ArrayList<>();
        List<Delivered> registry = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            var old = String.format("9999%011d", index);
            var code = UnifiedSocialCreditCode.compose(
                            '9',
                            '1',
                            DivisionCode.parse("999903").orElseThrow(),
                            Registers.organisationCode(7_000_000L + index))
                    .fold(UnifiedSocialCreditCode::value, why -> "");
            tax.add(new Delivered("t" + index, old, START, Map.of("name", "云川" + index, "phone", "0990" + index)));
            registry.add(
                    new Delivered("g" + index, code, START, Map.of("name", "云川商行" + index, "registrationNumber", old)));
        }
        taking.take(firms, "tax", Entry.Doer.SYSTEM, at(START), tax.iterator());
        settling.settleAll(firms, at(START));
        assertThat(standing("legal-person")).isEqualTo(before + 60);

        taking.take(firms, "market-regulation", Entry.Doer.SYSTEM, at(START.plusDays(1)), registry.iterator());
        settling.settleAll(firms, at(START.plusDays(1)));

        assertThat(standing("legal-person")).isEqualTo(before + 60);
        var firm = stored.find(firms, String.format("9999%011d", 41)).orElseThrow();
        assertThat(firm.fields().get("name").value()).isEqualTo("云川商行41");
        assertThat(firm.fields().get("phone").value()).isEqualTo("099041");
    }

    private long standing(String register) {
        return registers.standings().stream()
                .filter(standing -> standing.register().code().equals(register))
                .mapToLong(standing -> standing.records())
                .sum();
    }
}
