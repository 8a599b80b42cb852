package org.tongqu.platform.data.golden.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Receipt;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: what sources say is kept, and a record is made of it as known on any day. */
class GoldenStoreTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final List<String> SOURCES = List.of("public-security", "human-resources", "health");

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);
    private final Taking taking = platform.bean(Taking.class);
    private final Settling settling = platform.bean(Settling.class);
    private final RecordStore records = platform.bean(RecordStore.class);
    private final Merges merges = platform.bean(Merges.class);
    private final TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
    private final Register population = registers.find("population").orElseThrow();

    private static String number() {
        var n = PEOPLE.incrementAndGet();
        var body = String.format("99990119%02d0101%03d", n / 1000, n % 1000);
        return body + Mod112.check(body);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(4, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private static Delivered said(String key, String number, LocalDate since, String... fields) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        return new Delivered(key, number, since, named);
    }

    private Receipt deliver(LocalDate day, String source, Delivered... delivered) {
        var now = Now.at(noon(day));
        var taken = taking.take(
                population, source, Entry.Doer.SYSTEM, now, List.of(delivered).iterator());
        transaction.executeWithoutResult(status -> {
            settling.settle(population, taken.entities());
            settling.settled(taken.receipt().delivery(), now);
        });
        return taken.receipt();
    }

    private GoldenRecord record(String number, LocalDate known, LocalDate valid) {
        return registers.record(population, number, new AsOf(known, valid)).orElseThrow();
    }

    private static String value(GoldenRecord record, String field) {
        var decided = record.fields().get(field);
        return decided == null ? "" : decided.chosen().fact().value();
    }

    private static Map<String, String> values(GoldenRecord record) {
        Map<String, String> values = new HashMap<>();
        record.fields()
                .forEach((name, one) -> values.put(name, one.chosen().fact().value()));
        return values;
    }

    @Test
    void eachFieldSaysWhoSaidItSinceWhenAndWhoSaysOtherwise() {
        var number = number();
        deliver(START, "public-security", said("p", number, START.minusYears(1), "name", "林若溪", "address", "青云路1号"));
        deliver(START.plusDays(1), "human-resources", said("h", number, START, "name", "林若西", "phone", "19900000001"));

        var record = record(number, START.plusDays(1), START.plusDays(1));

        var name = record.fields().get("name");
        assertThat(name).isNotNull();
        assertThat(name.chosen().fact().value()).isEqualTo("林若溪");
        assertThat(name.chosen().source()).isEqualTo("public-security");
        assertThat(name.chosen().since()).isEqualTo(START.minusYears(1));
        assertThat(name.isDisputed()).isTrue();
        assertThat(value(record, "phone")).isEqualTo("19900000001");
        assertThat(record.identifier()).isEqualTo(number);
        assertThat(platform.database()
                        .asOwner()
                        .sql("SELECT count(*) FROM golden.statement WHERE fields::text LIKE '%19900000001%'")
                        .query(Integer.class)
                        .single())
                .as("sensitive values are sealed")
                .isZero();
    }

    @Test
    void onlyWhatChangedIsWritten() {
        var number = number();
        var first = said("p", number, START, "name", "周远帆", "address", "青云路1号");
        deliver(START, "public-security", first);

        assertThat(deliver(START.plusDays(1), "public-security", first)).satisfies(receipt -> {
            assertThat(receipt.taken()).isZero();
            assertThat(receipt.unchanged()).isOne();
        });
        deliver(
                START.plusDays(2),
                "public-security",
                said("p", number, START.plusDays(2), "name", "周远帆", "address", "青云路2号"));

        var record = record(number, START.plusDays(2), START.plusDays(2));
        assertThat(record.story()).hasSize(2);
        assertThat(record.story().getFirst().statement().fields()).containsOnlyKeys("address");
        assertThat(value(record, "address")).isEqualTo("青云路2号");
        assertThat(value(record(number, START.plusDays(1), START.plusDays(9)), "address"))
                .isEqualTo("青云路1号");
        assertThat(value(record(number, START.plusDays(2), START.plusDays(1)), "address"))
                .as("known later, of before")
                .isEqualTo("青云路1号");
    }

    @Test
    void whatCannotBeTrueIsSetAsideWithItsReason() {
        var number = number();
        deliver(START, "public-security", said("one", number, START, "name", "何知行"));

        var receipt = deliver(
                START.plusDays(1),
                "public-security",
                said("impossible", "999902200102290033", START, "name", "甲"),
                said("tomorrow", number(), START.plusDays(2), "name", "乙"),
                said("two", number, START, "name", "丙"));
        var within = number();
        var both = deliver(
                START.plusDays(2),
                "health",
                said("a", within, START, "name", "丁"),
                said("b", within, START, "name", "戊"),
                said("a", within, START, "name", "丁"));

        assertThat(receipt.taken()).isZero();
        assertThat(receipt.aside()).isEqualTo(3);
        assertThat(both.taken()).isOne();
        assertThat(both.aside()).isOne();
        assertThat(records.asides(population, Long.MAX_VALUE, 4))
                .extracting(aside -> aside.key() + " " + aside.field() + " " + aside.kind())
                .containsExactlyInAnyOrder(
                        "impossible citizenNumber impossible-date",
                        "tomorrow citizenNumber future",
                        "two citizenNumber twice",
                        "b citizenNumber twice");
    }

    @Test
    void anyPastStateIsThatOfAReplayedLog() {
        var random = new SplittableRandom(20_261_123);
        for (int round = 0; round < 12; round++) {
            var number = number();
            List<Logged> log = new ArrayList<>();
            for (int day = 0; day < 14; day++) {
                var source = SOURCES.get(random.nextInt(SOURCES.size()));
                var known = START.plusDays(day);
                var since = known.minusDays(random.nextInt(6));
                var delivered =
                        said("k", number, since, "name", "n" + random.nextInt(3), "address", "a" + random.nextInt(3));
                log.add(new Logged(known, source, delivered));
                deliver(known, source, delivered);
            }
            for (int asked = 0; asked < 20; asked++) {
                var known = START.plusDays(random.nextInt(15));
                var valid = START.plusDays(random.nextInt(20) - 6L);
                assertThat(values(record(number, known, valid)))
                        .as("known on %s of %s in %s", known, valid, log)
                        .isEqualTo(replayed(log, known, valid));
            }
            var entity = records.find(population, number).orElseThrow().entity();
            assertThat(records.stored(entity).get("name"))
                    .isEqualTo(value(record(number, START.plusDays(99), START.plusDays(99)), "name"));
        }
    }

    private record Logged(LocalDate known, String source, Delivered delivered) {}

    /** The log played from its beginning into a table of day by day for each source, then the rule in plain words. */
    private static Map<String, String> replayed(List<Logged> log, LocalDate known, LocalDate valid) {
        Map<String, String> record = new HashMap<>();
        for (var field : List.of("name", "address")) {
            Map<String, Logged> last = new LinkedHashMap<>();
            Map<String, String> said = new HashMap<>();
            Map<String, LocalDate> since = new HashMap<>();
            for (var source : SOURCES) {
                var before = "";
                LocalDate dated = LocalDate.MIN;
                for (var one : log) {
                    if (!one.source().equals(source)) {
                        continue;
                    }
                    var value = one.delivered().fields().get(field);
                    var sameAll = last.containsKey(source)
                            && last.get(source)
                                    .delivered()
                                    .fields()
                                    .equals(one.delivered().fields());
                    var sameDay = sameAll
                            && last.get(source)
                                    .delivered()
                                    .since()
                                    .equals(one.delivered().since());
                    var isNews = !before.equals(value) || sameAll && !sameDay;
                    last.put(source, one);
                    before = value;
                    dated = isNews ? one.delivered().since() : dated;
                    if (isNews && !one.known().isAfter(known) && !dated.isAfter(valid)) {
                        said.put(source, value);
                        since.put(source, dated);
                    }
                }
            }
            var newest = since.values().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
            SOURCES.stream()
                    .filter(said::containsKey)
                    .filter(source -> field.equals("name")
                            || !since.get(source).plusDays(365).isBefore(newest))
                    .findFirst()
                    .ifPresent(source -> record.put(field, said.get(source)));
        }
        return record;
    }

    @Test
    void aMergeIsUndoneWithoutALossAndItsTimeIsKept() {
        var one = number();
        var other = number();
        deliver(START, "public-security", said("p1", one, START, "name", "沈望舒"));
        deliver(START, "health", said("h2", other, START, "name", "沈望舒", "phone", "19900000002"));
        var day = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        var before = values(record(other, day, day));

        merge(other, one);

        var merged = record(other, day, day);
        assertThat(merged.identifier()).isEqualTo(one);
        assertThat(value(merged, "phone")).isEqualTo("19900000002");
        assertThat(merged.merged()).extracting(GoldenRecord.Merged::identifier).containsExactly(other);
        assertThat(value(record(one, day.minusDays(1), day), "phone"))
                .as("nobody knew it yesterday")
                .isEmpty();
        transaction.executeWithoutResult(status -> merges.undo(
                population,
                merges.find(population, merged.merged().getFirst().id()).orElseThrow(),
                entry()));
        assertThat(values(record(other, day, day))).isEqualTo(before);
        assertThat(value(record(one, day, day), "phone")).isEmpty();
        assertThat(records.stored(records.find(population, other).orElseThrow().entity()))
                .containsKey("phone");
    }

    private void merge(String from, String into) {
        transaction.executeWithoutResult(status -> merges.merge(
                population,
                records.find(population, from).orElseThrow(),
                records.find(population, into).orElseThrow(),
                entry()));
    }

    private static Entry entry() {
        return Entry.of(Instant.now(), Entry.Doer.SYSTEM, "golden.merge", new Entry.Subject("record", "x"))
                .because("the same person");
    }

    @Test
    void manyRecordsAreSettledRangeByRangeAndCounted() {
        var house = registers.find("house").orElseThrow();
        var count = 700;
        var before = tally("house");

        List<Delivered> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(new Delivered(
                    "r" + i,
                    String.format("H%014d", i),
                    START,
                    Map.of("address", "青云路" + i + "号", "division", "999901")));
        }
        taking.take(house, "natural-resources", Entry.Doer.SYSTEM, Now.at(noon(START)), many.iterator());
        settling.settleAll(house, Now.at(noon(START)));
        taking.take(
                house,
                "grid",
                Entry.Doer.SYSTEM,
                Now.at(noon(START)),
                List.of(new Delivered("g", "H00000000000007", START, Map.of("address", "别处")))
                        .iterator());
        settling.settleAll(house, Now.at(noon(START)));

        assertThat(tally("house")).isEqualTo(List.of(before.get(0) + count, before.get(1) + 1));
        assertThat(records.disputed(house, 50)).anySatisfy(disputed -> {
            assertThat(disputed.identifier()).isEqualTo("H00000000000007");
            assertThat(disputed.fields()).containsExactly("address");
        });
    }

    private List<Long> tally(String register) {
        return registers.standings().stream()
                .filter(standing -> standing.register().code().equals(register))
                .map(standing -> List.of(standing.records(), standing.disputed()))
                .findFirst()
                .orElseThrow();
    }
}
