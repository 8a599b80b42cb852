package org.tongqu.platform.matter.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.publicity.Penalty.Severity;
import org.tongqu.platform.matter.publicity.Penalty.Sort;
import org.tongqu.platform.matter.publicity.Penalty.Subject;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an office registers what it decided, publishes it in time, mends it and takes it down; anybody reads it. */
class PenaltiesTest {

    private static final String PERSON = "11010519491231002X";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Town town = Town.fresh();
    private final Penalties penalties = town.bean(Penalties.class);
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final LocalDate today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);
    private final String violation = "虚假宣传" + COUNT.incrementAndGet() + "号";

    private Penalty.Decided decided(LocalDate on, Severity severity) {
        return decided(
                on,
                new Subject(
                        Subject.Kind.ORGANISATION, "云州市测试有限公司", town.office().code(), "王小明"),
                severity);
    }

    private Penalty.Decided decided(LocalDate on, Subject subject, Severity severity) {
        return new Penalty.Decided(
                "罚决" + COUNT.incrementAndGet() + "号",
                on,
                subject,
                new Penalty.Deed(violation, "海报与事实不符", "《中华人民共和国反不正当竞争法》第八条"),
                new Penalty.Ruling(
                        Set.of(Sort.FINE, Sort.WARNING),
                        "警告，罚款",
                        Optional.of(new BigDecimal("1.5")),
                        Optional.empty(),
                        severity));
    }

    private List<Penalty> shown() {
        return penalties.published(violation, Optional.empty(), 10).rows();
    }

    private List<FindingRow> unpublished() {
        var filter =
                FindingFilter.between(today.minusYears(1), today.plusYears(1)).by("unpublished-penalty");
        return town.bean(Findings.class).page(chief, filter, Optional.empty()).rows();
    }

    private static PenaltyRefusal refused(Outcome<Penalty, PenaltyRefusal> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("Not refused: " + done);
                },
                why -> why);
    }

    @Test
    void whatWasDecidedIsReadByEverybodyOnceItIsPublishedAndNoSooner() {
        var penalty =
                penalties.register(chief, decided(today, Severity.GENERAL)).orElseThrow();
        assertThat(shown()).isEmpty();
        assertThat(penalties.findPublished(penalty.id())).isEmpty();
        assertThat(penalty.term().dueAt().orElseThrow())
                .as("seven working days are nine days or more")
                .isAfter(today.plusDays(9).atStartOfDay(WorkingCalendar.ZONE).toInstant());

        penalties.publish(chief, penalty.id()).orElseThrow();

        assertThat(shown()).singleElement().satisfies(one -> {
            assertThat(one.decided().subject().representative()).isEqualTo("王*明");
            assertThat(one.decided().ruling().sorts()).containsExactlyInAnyOrder(Sort.FINE, Sort.WARNING);
            assertThat(one.decided().ruling().fine()).contains(new BigDecimal("1.5"));
            assertThat(one.term().until()).isEqualTo(today.plusYears(1));
        });
        assertThat(refused(penalties.publish(chief, penalty.id()))).isInstanceOf(PenaltyRefusal.AlreadyPublished.class);
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("penalty", penalty.id())))
                .extracting(recorded -> recorded.entry().verb())
                .containsExactlyInAnyOrder("publicity.register", "publicity.publish");
    }

    @Test
    void whatIsPublishedTooLateIsFoundWithItsEvidenceAndStaysFound() {
        var late = penalties
                .register(chief, decided(today.minusDays(40), Severity.GENERAL))
                .orElseThrow();
        penalties.register(chief, decided(today, Severity.GENERAL)).orElseThrow();

        assertThat(unpublished())
                .extracting(row -> row.matter().receipt(), FindingRow::level)
                .containsExactly(tuple(late.decided().number(), Level.RED));
        var evidence = town.bean(Findings.class)
                .evidence(chief, unpublished().getFirst().id())
                .orElseThrow();
        assertThat(evidence.duty().orElseThrow().href()).isEqualTo("/desk/publicity/" + late.id());
        penalties.publish(chief, late.id()).orElseThrow();
        assertThat(unpublished()).as("it was late and stays so").hasSize(1);
    }

    @Test
    void ofANaturalPersonNothingIsKeptUnmasked() {
        var person = new Subject(Subject.Kind.PERSON, "欧阳小明", PERSON, "");
        var penalty = penalties
                .register(chief, decided(today, person, Severity.MINOR))
                .orElseThrow();

        assertThat(penalty.decided().subject().name()).isEqualTo("欧**明");
        assertThat(penalty.decided().subject().code()).doesNotContain("19491231");
        assertThat(town.bean(JdbcClient.class)
                        .sql("SELECT p::text FROM publicity.penalty p WHERE id = CAST(? AS uuid)")
                        .param(penalty.id())
                        .query(String.class)
                        .single())
                .doesNotContain("欧阳小明", PERSON);
    }

    @Test
    void aCorrectionKeepsWhatIsMaskedAndSaysWhyInTheJournal() {
        var person = new Subject(Subject.Kind.PERSON, "欧阳小明", PERSON, "");
        var penalty = penalties
                .register(chief, decided(today, person, Severity.MINOR))
                .orElseThrow();
        penalties.publish(chief, penalty.id()).orElseThrow();
        var mended = decided(today, penalty.decided().subject(), Severity.SERIOUS);

        assertThat(refused(penalties.correct(chief, penalty.id(), mended, " ")))
                .isInstanceOf(PenaltyRefusal.WhyMissing.class);
        penalties.correct(chief, penalty.id(), mended, "文号录错").orElseThrow();

        assertThat(shown()).singleElement().satisfies(one -> {
            assertThat(one.decided().number()).isEqualTo(mended.number());
            assertThat(one.decided().subject()).isEqualTo(penalty.decided().subject());
            assertThat(one.term().until()).isEqualTo(today.plusYears(3));
        });
        var otherDay = decided(today.minusDays(1), penalty.decided().subject(), Severity.MINOR);
        assertThat(refused(penalties.correct(chief, penalty.id(), otherDay, "日期")))
                .isEqualTo(new PenaltyRefusal.Wrong(Map.of("on", "fixed")));
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("penalty", penalty.id())))
                .filteredOn(recorded -> recorded.entry().verb().equals("publicity.correct"))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.entry().why()).contains("文号录错"));
    }

    @Test
    void whatIsWithdrawnIsShownNoMoreOwedNoMoreAndItsNumberIsFreeAgain() {
        var decided = decided(today, Severity.GENERAL);
        var penalty = penalties.register(chief, decided).orElseThrow();
        assertThat(refused(penalties.register(chief, decided))).isInstanceOf(PenaltyRefusal.NumberTaken.class);
        penalties.publish(chief, penalty.id()).orElseThrow();

        penalties.withdraw(chief, penalty.id(), "复议撤销").orElseThrow();

        assertThat(shown()).isEmpty();
        assertThat(refused(penalties.withdraw(chief, penalty.id(), "再撤")))
                .isInstanceOf(PenaltyRefusal.AlreadyWithdrawn.class);
        assertThat(penalties.register(chief, decided)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whenItsTimeIsOverItIsNotShownAnyMore() {
        var minor = penalties
                .register(chief, decided(today.minusMonths(3), Severity.MINOR))
                .orElseThrow();
        var general = penalties
                .register(chief, decided(today.minusMonths(3), Severity.GENERAL))
                .orElseThrow();
        penalties.publish(chief, minor.id()).orElseThrow();
        penalties.publish(chief, general.id()).orElseThrow();

        assertThat(shown()).extracting(Penalty::id).containsExactly(general.id());
        assertThat(penalties.findPublished(minor.id())).isEmpty();
        assertThat(penalties.state(penalties.find(chief, minor.id()).orElseThrow()))
                .isEqualTo(Penalty.State.ENDED);
    }

    @Test
    void shelvesGoOnPastTheFirstPageWithoutOneLostOrTwice() {
        for (int each = 0; each < 5; each++) {
            var penalty =
                    penalties.register(chief, decided(today, Severity.GENERAL)).orElseThrow();
            penalties.publish(chief, penalty.id()).orElseThrow();
        }
        var first = penalties.published(violation, Optional.empty(), 3);
        var second = penalties.published(violation, first.next(), 3);

        assertThat(second.next()).isEmpty();
        assertThat(Stream.concat(first.rows().stream(), second.rows().stream()).map(Penalty::id))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongIsToldByField() {
        var wrong = new Penalty.Decided(
                "",
                today.plusDays(1),
                new Subject(Subject.Kind.ORGANISATION, "云州市测试有限公司", "123", "王1"),
                new Penalty.Deed("", "", ""),
                new Penalty.Ruling(
                        Set.of(Sort.FINE), "", Optional.empty(), Optional.of(BigDecimal.ZERO), Severity.MINOR));

        assertThat(refused(penalties.register(chief, wrong)))
                .isEqualTo(new PenaltyRefusal.Wrong(Map.ofEntries(
                        Map.entry("number", "missing"),
                        Map.entry("on", "future"),
                        Map.entry("code", "credit"),
                        Map.entry("representative", "person"),
                        Map.entry("violation", "missing"),
                        Map.entry("facts", "missing"),
                        Map.entry("basis", "missing"),
                        Map.entry("content", "missing"),
                        Map.entry("fine", "missing"),
                        Map.entry("confiscated", "amount"))));
    }

    @Test
    void nobodyElseActsOnTheDecisionsOfAnOffice() {
        var penalty =
                penalties.register(chief, decided(today, Severity.GENERAL)).orElseThrow();
        var clerk = town.officer("clerk", Set.of("acceptor"));
        var stranger = Town.fresh().officer("chief", Set.of("desk-chief"));

        assertThat(refused(penalties.register(clerk, decided(today, Severity.GENERAL))))
                .isInstanceOf(PenaltyRefusal.MayNot.class);
        assertThat(refused(penalties.publish(clerk, penalty.id()))).isInstanceOf(PenaltyRefusal.MayNot.class);
        assertThat(refused(penalties.publish(stranger, penalty.id()))).isInstanceOf(PenaltyRefusal.Gone.class);
        assertThat(penalties.find(stranger, penalty.id())).isEmpty();
    }
}
