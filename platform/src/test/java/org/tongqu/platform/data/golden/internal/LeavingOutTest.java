package org.tongqu.platform.data.golden.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.RegisterStanding.Left;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;

/** FEATURE: what a source that names all things names no more, it knows no more; what others say of it stays. */
class LeavingOutTest {

    private static final String WHOLE = "development-reform";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final StartedPlatform platform = StartedPlatform.shared();
    private final GoldenRegisters registers = platform.bean(GoldenRegisters.class);
    private final Taking taking = platform.bean(Taking.class);
    private final Settling settling = platform.bean(Settling.class);
    private final TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
    private final Register projects = registers.find("key-project").orElseThrow();

    private static String code(int project) {
        return String.format("2026-999901-54-01-%06d", project);
    }

    private static Delivered project(int project, String... fields) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            said.put(fields[i], fields[i + 1]);
        }
        return new Delivered("P" + project, code(project), DAY.minusYears(1), said);
    }

    private static List<Delivered> projects(int from, int to) {
        List<Delivered> all = new ArrayList<>();
        for (int project = from; project < to; project++) {
            all.add(project(project, "name", "工程" + project, "investment", "" + (100 + project)));
        }
        return all;
    }

    private Taking.Taken deliver(LocalDate day, String source, List<Delivered> delivered) {
        var now = Now.at(day.atTime(4, 0).toInstant(java.time.ZoneOffset.UTC));
        var taken = taking.take(projects, source, Entry.Doer.SYSTEM, now, delivered.iterator());
        transaction.executeWithoutResult(status -> {
            settling.settle(projects, taken.entities());
            settling.settled(taken.receipt().delivery(), now);
        });
        return taken;
    }

    private GoldenRecord record(int project, LocalDate day) {
        return registers.record(projects, code(project), AsOf.on(day)).orElseThrow();
    }

    private Optional<String> value(int project, String field, LocalDate day) {
        return Optional.ofNullable(record(project, day).fields().get(field))
                .map(decided -> decided.chosen().fact().value());
    }

    private Left left() {
        return registers.standings().stream()
                .filter(standing -> standing.register().code().equals(projects.code()))
                .flatMap(standing -> standing.sources().stream())
                .filter(source -> source.source().code().equals(WHOLE))
                .findFirst()
                .orElseThrow()
                .left();
    }

    /** One story, since what a source knew before it delivered is part of it. */
    @Test
    void whatAWholeDeliveryNamesNoMoreEndsOnItsDay_unlessItNamesSoLittleThatItMayBeAPart() {
        deliver(DAY, WHOLE, projects(0, 60));
        deliver(DAY, "finance", List.of(project(7, "paid", "40"), project(8, "paid", "50")));
        var first = projects(0, 60);
        first.set(8, project(8, "name", "工程8", "investment", "a lot"));
        first.remove(7);

        var taken = deliver(DAY.plusDays(10), WHOLE, first);

        assertThat(taken.left()).isOne();
        assertThat(left()).isEqualTo(new Left(1, 0));
        assertThat(value(7, "name", DAY.plusDays(9))).contains("工程7");
        assertThat(value(7, "name", DAY.plusDays(10))).isEmpty();
        assertThat(value(7, "paid", DAY.plusDays(10))).as("of another source").contains("40");
        assertThat(value(8, "name", DAY.plusDays(10)))
                .as("named, though it could not be taken in")
                .contains("工程8");
        assertThat(record(7, DAY.plusDays(10)).story().getFirst().saying()).isEqualTo(GoldenRecord.Saying.LEFT_OUT);
        assertThat(deliver(DAY.plusDays(11), WHOLE, first).left()).as("once").isZero();
        itIsToldOnThePage();

        deliver(DAY.plusDays(12), WHOLE, projects(0, 60));
        assertThat(value(7, "name", DAY.plusDays(12))).as("it is back").contains("工程7");
        assertThat(value(7, "investment", DAY.plusDays(12))).contains("107");

        assertThat(deliver(DAY.plusDays(13), WHOLE, projects(0, 20)).left()).isZero();
        assertThat(left()).isEqualTo(new Left(0, 40));
        assertThat(value(50, "name", DAY.plusDays(13))).contains("工程50");
        assertThat(deliver(DAY.plusDays(14), WHOLE, projects(0, 20)).left()).isEqualTo(40);
        assertThat(value(50, "name", DAY.plusDays(14))).isEmpty();
        assertThat(value(50, "name", DAY.plusDays(13))).contains("工程50");
        anyDeliveriesSayWhatAPlainListWouldSay();
        assertThat(platform.database()
                        .asOwner()
                        .sql("SELECT count(*) FROM golden.named")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void itIsToldOnThePage() {
        var employer = Employer.at(platform, "11119999MB0P0077XX");
        var officer = employer.signIn(employer.hires(Compiling.OFFICER));
        assertThat(officer.opens("/desk/registers/key-project").body()).contains("其中不再列入", "31 天，每次全部");
        assertThat(officer.sends(
                                "/desk/registers/key-project/open",
                                Map.of("identifier", code(7), "purpose", "supervision", "why", "核对名单"))
                        .body())
                .contains("来源的全量数据不再列入这一对象");
    }

    private void anyDeliveriesSayWhatAPlainListWouldSay() {
        var random = new SplittableRandom(20_261_127);
        for (int round = 0; round < 6; round++) {
            Map<Integer, String> known = new HashMap<>();
            List<Delivered> delivered = new ArrayList<>();
            for (int project = 0; project < 40; project++) {
                if (random.nextInt(4) > 0) {
                    known.put(project, "工程" + random.nextInt(3));
                    delivered.add(project(project, "name", known.getOrDefault(project, "")));
                }
            }
            var day = DAY.plusDays(20L + round);
            deliver(day, WHOLE, delivered);
            for (int project = 0; project < 40; project++) {
                assertThat(value(project, "name", day))
                        .as("project %s in round %s", project, round)
                        .isEqualTo(Optional.ofNullable(known.get(project)));
            }
        }
    }
}
