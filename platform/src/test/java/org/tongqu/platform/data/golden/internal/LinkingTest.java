package org.tongqu.platform.data.golden.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Pair;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: records that no identifier links are linked by evidence; what is doubtful waits, and what people said stands. */
class LinkingTest {

    private static final int PEOPLE = 400;
    private static final int SICK = 60;
    private static final String[] SURNAMES = {"王", "李", "陈", "杨", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡"};
    private static final String[] GIVEN = {"文", "芳", "伟", "敏", "静", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超"};
    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);
    private final Linking linking = platform.bean(Linking.class);
    private final PairStore pairs = platform.bean(PairStore.class);
    private final Merges merges = platform.bean(Merges.class);
    private final RecordStore records = platform.bean(RecordStore.class);
    private final TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
    private final Register population = registers.find("population").orElseThrow();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private record Person(int index, String number, String name, String birth, String address, String phone) {

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("birthDate", birth);
            fields.put("address", address);
            return fields;
        }
    }

    private static List<Person> people() {
        var random = new SplittableRandom(20_261_125);
        List<Person> people = new ArrayList<>();
        for (int index = 0; index < PEOPLE; index++) {
            var day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
            var body = "999904" + day.toString().replace("-", "") + String.format("%03d", index);
            var name = SURNAMES[random.nextInt(SURNAMES.length)]
                    + GIVEN[random.nextInt(GIVEN.length)]
                    + GIVEN[random.nextInt(GIVEN.length)];
            people.add(new Person(
                    index,
                    body + Mod112.check(body),
                    index == 3 ? "王\uD87E\uDDDB\uD842\uDFB7" : name,
                    day.toString(),
                    "云川区林泉街" + (1 + index * 7 % 390) + "号",
                    String.format("198%08d", 10_000 + index * 37)));
        }
        var twin = people.get(20);
        var body = "999904" + twin.birth().replace("-", "") + "998";
        people.add(new Person(
                PEOPLE, body + Mod112.check(body), twin.name(), twin.birth(), twin.address(), "19899999999"));
        return people;
    }

    private void deliver(String source, List<Delivered> delivered) {
        registers.deliver(population, source, Entry.Doer.SYSTEM, delivered.iterator());
    }

    private static String traditional(String name) {
        return name.replace('陈', '陳')
                .replace('杨', '楊')
                .replace('黄', '黃')
                .replace('吴', '吳')
                .replace('孙', '孫')
                .replace('马', '馬');
    }

    /** What the hospitals know: some ways of writing, a slip now and then, and no number. */
    private static Delivered sick(Person person) {
        var fields = person.fields();
        fields.put("phone", person.phone());
        fields.put("name", traditional(person.name()));
        if (person.index() % 5 == 0) {
            fields.remove("address");
        }
        if (person.index() == 20) {
            fields.remove("phone");
            fields.put("address", person.address());
        }
        if (person.index() == 30) {
            fields.put("name", "Wang Wenfang");
        }
        return new Delivered("patient-" + person.index(), "", SINCE, fields);
    }

    private Linking.Came link() {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> linking.link(population, entry("golden.link", ""))));
    }

    private static Entry entry(String verb, String why) {
        return Entry.of(Instant.now(), new Entry.Doer("staff-9", "周数"), verb, new Entry.Subject("record", "x"))
                .because(why);
    }

    private GoldenRecord record(String identifier) {
        return registers.record(population, identifier, AsOf.on(today)).orElseThrow();
    }

    private List<Pair> waiting(String key) {
        return pairs.waiting(
                records.find(population, "health/" + key).orElseThrow().entity());
    }

    @Test
    void whatIsSureIsMadeOneWithItsReasons_andWhatIsDoubtfulWaits() {
        var people = people();
        deliver(
                "public-security",
                people.stream()
                        .map(one -> new Delivered("ps-" + one.index(), one.number(), SINCE, one.fields()))
                        .toList());
        deliver(
                "human-resources",
                people.stream()
                        .map(one ->
                                new Delivered("hr-" + one.index(), one.number(), SINCE, Map.of("phone", one.phone())))
                        .toList());
        List<Delivered> patients = new ArrayList<>();
        people.subList(0, SICK).forEach(one -> patients.add(sick(one)));
        patients.add(new Delivered(
                "stranger", "", SINCE, Map.of("name", "欧阳行远", "birthDate", "1931-02-03", "phone", "19800000000")));
        deliver("health", patients);
        assertThat(record("health/patient-1").identifier()).isEqualTo("health/patient-1");

        var came = link();

        assertThat(came.sure()).isBetween(SICK - 8, SICK - 2);
        for (var person : people.subList(0, SICK)) {
            assertThat(record("health/patient-" + person.index()).identifier())
                    .as("nobody is made one with another: %s", person)
                    .isIn(person.number(), "health/patient-" + person.index());
        }
        var rare = record(people.get(3).number());
        assertThat(rare.merged()).singleElement().satisfies(merged -> {
            var held = merged.evidence().orElseThrow();
            assertThat(held.probability()).isGreaterThan(0.99);
            assertThat(held.pieces())
                    .extracting(Pair.Piece::attribute)
                    .containsExactly("name", "birthDate", "address", "phone");
        });
        assertThat(record("health/patient-20").identifier())
                .as("two of one name, born on one day, at one address")
                .isEqualTo("health/patient-20");
        assertThat(waiting("patient-20")).hasSize(1);
        assertThat(record("health/patient-30").identifier())
                .as("written in letters: somebody looks at it")
                .isEqualTo("health/patient-30");
        assertThat(record("health/stranger").identifier()).isEqualTo("health/stranger");
        assertThat(people.subList(0, SICK).stream()
                        .filter(one -> !traditional(one.name()).equals(one.name()))
                        .flatMap(one -> record(one.number()).merged().stream())
                        .flatMap(merged -> merged.evidence().stream())
                        .flatMap(held -> held.pieces().stream())
                        .filter(piece -> piece.attribute().equals("name"))
                        .map(Pair.Piece::level))
                .contains(Level.VARIANT);
        twoNumbersThatAgreeInAllElseOnlyWait(people);
        whatIsTakenApartStaysApart(people.get(1));
        whatSomebodySaidStands();
    }

    /** Somebody typed the number of one of them wrong, digits that still fit. */
    private void twoNumbersThatAgreeInAllElseOnlyWait(List<Person> people) {
        var person = people.get(200);
        var body = person.number().substring(0, 16)
                + (char) ('0' + (person.number().charAt(16) - '0' + 5) % 10);
        var slipped = body + Mod112.check(body);
        var fields = person.fields();
        fields.put("phone", person.phone());
        deliver("health", List.of(new Delivered("slip", slipped, SINCE, fields)));
        link();

        var pair = pairs.waiting(records.find(population, slipped).orElseThrow().entity())
                .getFirst();
        assertThat(pair.into())
                .as("of which more sources speak")
                .isEqualTo(
                        records.find(population, person.number()).orElseThrow().entity());
        assertThat(pair.pieces())
                .extracting(Pair.Piece::attribute, Pair.Piece::level)
                .startsWith(tuple("citizenNumber", Level.SIMILAR))
                .hasSize(5);
        assertThat(record(slipped).identifier()).as("linked by nobody").isEqualTo(slipped);
        assertThat(pairs.decide(pair.id(), "different", entry("golden.pair-different", "cousins")))
                .isTrue();
        link();
        assertThat(pairs.waiting(records.find(population, slipped).orElseThrow().entity()))
                .as("nobody is asked again")
                .isEmpty();
    }

    private void whatIsTakenApartStaysApart(Person person) {
        var merged = record(person.number()).merged().getFirst();

        transaction.executeWithoutResult(status -> merges.undo(
                population, merges.find(population, merged.id()).orElseThrow(), entry("golden.unmerge", "cousins")));
        link();

        assertThat(record("health/patient-1").identifier()).isEqualTo("health/patient-1");
        assertThat(waiting("patient-1"))
                .as("nobody is asked again about these two")
                .noneMatch(pair -> pair.into()
                        .equals(records.find(population, person.number())
                                .orElseThrow()
                                .entity()));
    }

    private void whatSomebodySaidStands() {
        var pair = waiting("patient-20").getFirst();

        assertThat(pairs.decide(pair.id(), "different", entry("golden.pair-different", "another")))
                .isTrue();
        assertThat(pairs.decide(pair.id(), "same", entry("golden.pair-same", "too late")))
                .isFalse();
        link();

        assertThat(waiting("patient-20")).noneMatch(again -> again.into().equals(pair.into()));
    }
}
