package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.evaluation.internal.AmendmentStore;
import org.tongqu.platform.matter.evaluation.internal.AppealDemo;
import org.tongqu.platform.matter.evaluation.internal.Freezing;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: who leads an office appeals against a frozen score; what supervision upholds stands beside what was frozen. */
class AppealsTest {

    private final Scored scored = Scored.shared();
    private final Town town = scored.busy;
    private final Appeals appeals = town.bean(Appeals.class);
    private final Evaluations evaluations = town.bean(Evaluations.class);
    private final Subject office = subject(town);
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final SignedIn.Officer supervisor = scored.swift.officer("supervisor", Set.of("supervisor"));

    private static Subject subject(Town town) {
        return new Subject(SubjectKind.ORGANISATION, town.office().code());
    }

    private Appeal.About about(Period period, String indicator) {
        return new Appeal.About(period, office, indicator);
    }

    private List<Appeal.Pick> late(Town of, Measure measure, Optional<Measure> part, int most) {
        var leads = of.officer("chief", Set.of("desk-chief"));
        var state = evaluations.period(scored.month.id()).orElseThrow();
        return evaluations
                .rows(leads, state, subject(of), new RowPage.Asked(measure, part), Optional.empty())
                .orElseThrow()
                .rows()
                .stream()
                .limit(most)
                .map(row -> new Appeal.Pick(measure, row.key()))
                .toList();
    }

    private List<Appeal.Pick> late() {
        return late(town, Measure.CASES_ENDED, Optional.of(Measure.CASES_IN_TIME), 10);
    }

    private SubjectSheet sheet() {
        var state = evaluations.period(scored.month.id()).orElseThrow();
        return evaluations.sheet(chief, state, office).orElseThrow();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Appeal.Wish wish(List<Appeal.Pick> rows) {
        return new Appeal.Wish(rows, "系统停用，不是本单位的原因");
    }

    @Test
    void anUpheldAppealStandsBesideTheFrozenFigureAndTheRankingNamesIt() {
        var before = sheet();
        var appeal = appeals.raise(chief, about(scored.month, "in-time"), wish(late()))
                .orElseThrow();
        assertThat(sheet().amended("in-time")).as("nothing is amended yet").isEmpty();

        appeals.answer(supervisor, appeal.id(), Appeal.Verdict.UPHELD, "情况属实").orElseThrow();

        var after = sheet();
        assertThat(after.sheet()).isEqualTo(before.sheet());
        assertThat(after.amounts()).isEqualTo(before.amounts());
        var amended = after.amended("in-time").orElseThrow();
        assertThat(amended.scored().points()).as("30 of 50 instead of 30 of 60").contains(number("60.00"));
        assertThat(amended.total().orElseThrow())
                .isGreaterThan(before.sheet().total().orElseThrow());
        var standing = after.standing().orElseThrow();
        assertThat(standing.place().total()).isEqualTo(before.sheet().total().orElseThrow());
        assertThat(standing.amended().orElseThrow().appeals()).containsExactly(appeal.id());
        assertThat(standing.amended().orElseThrow().place().orElseThrow().total())
                .isEqualTo(amended.total().orElseThrow());
        assertThat(appeals.file(supervisor, appeal.id()).orElseThrow().rows()).hasSize(10);
        journalKnows(appeal, "evaluation.appeal", "evaluation.uphold");
        whatIsFrozenLaterCarriesIt(appeal);
    }

    private void journalKnows(Appeal appeal, String... verbs) {
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("evaluation-appeal", appeal.id())))
                .extracting(recorded -> recorded.entry().verb())
                .containsExactlyInAnyOrder(verbs);
    }

    /** The quarter is frozen within a transaction that is undone: other tests need it open. */
    private void whatIsFrozenLaterCarriesIt(Appeal appeal) {
        var later = scored.month.from().plusMonths(15).atStartOfDay().toInstant(ZoneOffset.UTC);
        var store = town.bean(AmendmentStore.class);
        town.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            town.bean(Freezing.class).freeze(later);
            for (var kind : Period.Kind.values()) {
                assertThat(store.of(Period.of(kind, scored.month.from()), office))
                        .as(kind.code())
                        .extracting(Amendment::appeal)
                        .containsExactly(appeal.id());
            }
            status.setRollbackOnly();
        });
    }

    @Test
    void aSecondUpheldAppealKeepsWhatTheFirstAmended() {
        var slow = scored.slow;
        var leads = slow.officer("chief", Set.of("desk-chief"));
        var first = new Appeal.About(scored.month, subject(slow), "in-time");
        var second = new Appeal.About(scored.month, subject(slow), "red-lamps");
        var one = appeals.raise(
                        leads, first, wish(late(slow, Measure.CASES_ENDED, Optional.of(Measure.CASES_IN_TIME), 1)))
                .orElseThrow();
        var other = appeals.raise(leads, second, wish(late(slow, Measure.LAMPS_RED, Optional.empty(), 1)))
                .orElseThrow();
        appeals.answer(supervisor, one.id(), Appeal.Verdict.UPHELD, "属实").orElseThrow();
        appeals.answer(supervisor, other.id(), Appeal.Verdict.UPHELD, "属实").orElseThrow();

        var state = evaluations.period(scored.month.id()).orElseThrow();
        var sheet = evaluations.sheet(leads, state, subject(slow)).orElseThrow();
        assertThat(sheet.amended("in-time").orElseThrow().scored().points()).contains(number("100.00"));
        assertThat(sheet.amended("red-lamps").orElseThrow().scored().points()).contains(number("100.00"));
        assertThat(sheet.amended("red-lamps").orElseThrow().total().orElseThrow())
                .isGreaterThan(sheet.amended("in-time").orElseThrow().total().orElseThrow());
        assertThat(sheet.standing().orElseThrow().amended().orElseThrow().appeals())
                .as("beside what was upheld of other indicators")
                .containsSubsequence(one.id(), other.id());
    }

    @Test
    void aDismissedAppealAmendsNothing() {
        var rows = late(town, Measure.LAMPS_RED, Optional.empty(), 2);
        var appeal = appeals.raise(chief, about(scored.month, "red-lamps"), wish(rows))
                .orElseThrow();
        appeals.answer(supervisor, appeal.id(), Appeal.Verdict.DISMISSED, "记录清楚")
                .orElseThrow();

        assertThat(sheet().amended("red-lamps")).isEmpty();
        assertThat(appeals.answer(supervisor, appeal.id(), Appeal.Verdict.UPHELD, "改主意了"))
                .isEqualTo(Outcome.refused(new AppealRefusal.Answered(Appeal.Verdict.DISMISSED)));
        assertThat(appeals.raise(chief, about(scored.month, "red-lamps"), wish(rows)))
                .isEqualTo(Outcome.refused(new AppealRefusal.Already(appeal.id())));
        journalKnows(appeal, "evaluation.appeal", "evaluation.dismiss");
    }

    @Test
    void whoMayNotAppealAndWhatCannotBeAppealedAgainstIsToldByName() {
        var in = about(scored.month, "time-used");
        var rows = late(town, Measure.DAYS_USED, Optional.empty(), 1);
        var acceptor = town.officer("acceptor");
        assertThat(appeals.raise(acceptor, in, wish(rows)))
                .isEqualTo(
                        Outcome.refused(new AppealRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of("desk-chief")))));
        assertThat(appeals.raise(scored.swift.officer("chief", Set.of("desk-chief")), in, wish(rows)))
                .isEqualTo(Outcome.refused(new AppealRefusal.MayNot(new AccessRefusal.OtherOrganisation(office.id()))));
        assertThat(appeals.raise(chief, about(scored.month.next(), "time-used"), wish(rows)))
                .isEqualTo(Outcome.refused(new AppealRefusal.NotFrozen()));
        assertThat(appeals.raise(chief, about(scored.month, "no-such"), wish(rows)))
                .isEqualTo(Outcome.refused(new AppealRefusal.Gone()));
        assertThat(appeals.raise(chief, in, wish(List.of())))
                .isEqualTo(Outcome.refused(new AppealRefusal.RowsMissing()));
        assertThat(appeals.raise(chief, in, new Appeal.Wish(rows, " ")))
                .isEqualTo(Outcome.refused(new AppealRefusal.WordsMissing()));
        var foreign = late(scored.slow, Measure.DAYS_USED, Optional.empty(), 1);
        assertThat(appeals.raise(chief, in, wish(foreign)))
                .isEqualTo(Outcome.refused(
                        new AppealRefusal.NotCounted(foreign.getFirst().row())));
        assertThat(appeals.raise(chief, in, wish(late())))
                .as("rows of a measure the indicator does not ask for")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anAppealIsTooLateAfterItsLimit() {
        var frozen = evaluations
                .period(scored.month.id())
                .orElseThrow()
                .frozen()
                .orElseThrow()
                .at();
        var in = about(scored.month, "time-used");
        var until = at(frozen).open(chief, in).orElseThrow().until().orElseThrow();

        assertThat(until).isBetween(frozen.plus(Duration.ofDays(13)), frozen.plus(Duration.ofDays(30)));
        assertThat(at(until.minusMillis(1)).open(chief, in)).isInstanceOf(Outcome.Done.class);
        assertThat(at(until).open(chief, in)).isEqualTo(Outcome.refused(new AppealRefusal.TooLate(until)));
    }

    private Appeals at(Instant now) {
        return new Appeals(
                town.bean(Appeals.Parts.class), evaluations, town.bean(Access.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void supervisionAnswersButNobodyOverTheirOwnOrganisation() {
        var slow = scored.slow;
        var leads = slow.officer("chief", Set.of("desk-chief"));
        var in = new Appeal.About(scored.month, subject(slow), "time-used");
        var appeal = appeals.raise(leads, in, wish(late(slow, Measure.DAYS_USED, Optional.empty(), 3)))
                .orElseThrow();

        assertThat(appeals.answer(leads, appeal.id(), Appeal.Verdict.UPHELD, "好"))
                .isEqualTo(
                        Outcome.refused(new AppealRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of("supervisor")))));
        assertThat(appeals.answer(slow.officer("own", Set.of("supervisor")), appeal.id(), Appeal.Verdict.UPHELD, "好"))
                .isEqualTo(Outcome.refused(new AppealRefusal.OwnOrganisation()));
        assertThat(appeals.answer(supervisor, appeal.id(), Appeal.Verdict.UPHELD, " "))
                .isEqualTo(Outcome.refused(new AppealRefusal.WordsMissing()));
        assertThat(appeals.answer(supervisor, "SS-none", Appeal.Verdict.UPHELD, "好"))
                .isEqualTo(Outcome.refused(new AppealRefusal.Gone()));
        assertThat(appeals.file(chief, appeal.id())).as("out of reach").isEmpty();
        assertThat(appeals.file(leads, appeal.id()).orElseThrow().mayAnswer()).isFalse();
        assertThat(appeals.file(supervisor, appeal.id()).orElseThrow().mayAnswer())
                .isTrue();
        assertThat(appeals.list(leads, Optional.empty()).rows())
                .extracting(Appeal::id)
                .contains(appeal.id());
        assertThat(appeals.list(chief, Optional.empty()).rows())
                .extracting(Appeal::id)
                .doesNotContain(appeal.id());
        whatIsNotAnsweredInTimeIsFound(appeal);
    }

    private void whatIsNotAnsweredInTimeIsFound(Appeal appeal) {
        town.bean(Lookout.class).look(appeal.dueAt().orElseThrow());
        var today = LocalDate.now(town.bean(Clock.class));
        var filter = FindingFilter.between(today, today.plusYears(1)).by("unanswered-appeal");
        assertThat(town.bean(Findings.class)
                        .page(supervisor, filter, Optional.empty())
                        .rows())
                .filteredOn(row -> row.matter().receipt().equals(appeal.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.organisation())
                        .isNotEqualTo(appeal.raised().organisation()));
    }

    @Test
    void theDemoShowsOneAppealUpheldAndOneOpen() {
        for (var one : List.of(town, scored.swift)) {
            one.officer("chief", Set.of("desk-chief"));
        }
        assertThat(supervisor.has("supervisor")).isTrue();
        var past = evaluations.period(scored.month.previous().id()).orElseThrow();
        var raised = town.bean(AppealDemo.class).appeal(past);

        assertThat(raised)
                .extracting(appeal -> appeals.file(supervisor, appeal.id())
                        .orElseThrow()
                        .appeal()
                        .answer()
                        .map(Appeal.Answer::verdict))
                .containsExactly(Optional.of(Appeal.Verdict.UPHELD), Optional.empty());
        assertThat(town.bean(AppealDemo.class).appeal(past)).as("never twice").isEmpty();
    }

    @Test
    void theStoreRefusesToChangeAnAppealOrItsAnswer() {
        var jdbc = town.bean(JdbcClient.class);
        for (var table : Set.of("appeal", "appealed_row", "appeal_answer", "amendment")) {
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM evaluation." + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE evaluation.amendment SET points = 100").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
