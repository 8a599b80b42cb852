package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.evaluation.internal.Freezing;
import org.tongqu.platform.matter.evaluation.internal.ResultStore;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: offices are scored by what they did; each score opens to its rows, and what ended stays as it was. */
class EvaluationsTest {

    private final Scored scored = Scored.shared();
    private final Town town = scored.slow;
    private final Evaluations evaluations = town.bean(Evaluations.class);
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final SignedIn.Officer supervisor = town.officer("supervisor", Set.of("supervisor"));

    private PeriodState state(Period period) {
        return evaluations.periods().stream()
                .filter(known -> known.period().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static Subject office(Town town) {
        return new Subject(SubjectKind.ORGANISATION, town.office().code());
    }

    private SubjectSheet sheet(Period period) {
        return evaluations.sheet(chief, state(period), office(town)).orElseThrow();
    }

    private static Optional<BigDecimal> points(SubjectSheet sheet, String indicator) {
        return sheet.sheet().scores().stream()
                .filter(score -> score.indicator().name().equals(indicator))
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void anOfficeIsScoredByWhatItDidInThePeriod() {
        var sheet = sheet(scored.month);

        assertThat(points(sheet, "in-time")).contains(number("75.00"));
        assertThat(points(sheet, "time-used")).contains(number("92.94"));
        assertThat(points(sheet, "red-lamps")).contains(number("0.00"));
        assertThat(points(sheet, "satisfaction")).contains(number("50.00"));
        assertThat(points(sheet, "follow-up"))
                .as("nothing was to be followed up")
                .isEmpty();
        assertThat(sheet.sheet().total()).contains(number("69.34"));
        assertThat(sheet.standing().orElseThrow().change().orElseThrow()).isNegative();
    }

    @Test
    void whoIsSwifterStandsBeforeWhoIsSlowAndTheRegionIsScoredByItsOffices() {
        var places = evaluations.ranking(state(scored.month), SubjectKind.ORGANISATION);
        assertThat(places)
                .extracting(standing -> standing.place().subject())
                .containsSubsequence(scored.swift.office().code(), town.office().code());
        var region = new Subject(SubjectKind.REGION, town.office().division().value());
        assertThat(evaluations
                        .sheet(supervisor, state(scored.month), region)
                        .orElseThrow()
                        .amounts())
                .containsEntry("cases_ended", number("4"));
        assertThat(evaluations.sheet(chief, state(scored.month), region))
                .as("of a region a chief sees the place alone")
                .isEmpty();
    }

    @Test
    void whoHasTooFewIndicatorsIsNotRankedFrozenOrProvisional() {
        var idle = office(scored.idle);
        for (var period : Set.of(scored.month, scored.month.next())) {
            var standings = evaluations.standings(state(period), SubjectKind.ORGANISATION);
            assertThat(standings.unranked())
                    .filteredOn(one -> one.subject().equals(idle.id()))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.total()).isEqualByComparingTo("100");
                        assertThat(one.counted()).isEqualTo(1);
                        assertThat(one.name().zh()).isNotEqualTo(idle.id());
                    });
            assertThat(standings.ranked())
                    .extracting(standing -> standing.place().subject())
                    .contains(town.office().code())
                    .doesNotContain(idle.id());
            var sheet = evaluations.sheet(supervisor, state(period), idle).orElseThrow();
            assertThat(sheet.sheet().total())
                    .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("100"));
            assertThat(sheet.standing()).isEmpty();
        }
        assertThat(evaluations.scheme().least(SubjectKind.ORGANISATION)).isEqualTo(3);
    }

    @Test
    void everyScoreOpensToItsRowsAndToThoseThatCostPoints() {
        var state = state(scored.month);
        var all = new RowPage.Asked(Measure.CASES_ENDED, Optional.empty());
        var costly = new RowPage.Asked(Measure.CASES_ENDED, Optional.of(Measure.CASES_IN_TIME));

        assertThat(evaluations
                        .rows(chief, state, office(town), all, Optional.empty())
                        .orElseThrow()
                        .rows())
                .hasSize(4);
        assertThat(evaluations
                        .rows(chief, state, office(town), costly, Optional.empty())
                        .orElseThrow()
                        .rows())
                .extracting(RowPage.Row::number)
                .containsExactly(scored.lateReceipt);
        for (var measure : Measure.values()) {
            var rows = evaluations
                    .rows(chief, state, office(town), new RowPage.Asked(measure, Optional.empty()), Optional.empty())
                    .orElseThrow()
                    .rows();
            var amount = rows.stream().map(RowPage.Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sheet(scored.month).amounts().getOrDefault(measure.code(), BigDecimal.ZERO))
                    .as(measure.code())
                    .isEqualByComparingTo(amount);
        }
        var other = scored.swift.officer("chief", Set.of("desk-chief"));
        assertThat(evaluations.rows(other, state, office(town), all, Optional.empty()))
                .isEmpty();
        assertThat(evaluations.sheet(other, state, office(town))).isEmpty();
    }

    @Test
    void rowsGoOnPastTheFirstPageWithoutOneLostOrTwice() {
        var busyChief = scored.busy.officer("chief", Set.of("desk-chief"));
        var asked = new RowPage.Asked(Measure.CASES_ENDED, Optional.empty());
        var first = evaluations
                .rows(busyChief, state(scored.month), office(scored.busy), asked, Optional.empty())
                .orElseThrow();
        assertThat(first.next()).isPresent();
        var second = evaluations
                .rows(busyChief, state(scored.month), office(scored.busy), asked, first.next())
                .orElseThrow();
        assertThat(second.next()).isEmpty();

        var keys = Stream.concat(first.rows().stream(), second.rows().stream())
                .map(RowPage.Row::key)
                .toList();
        assertThat(keys).hasSize(Scored.MANY).doesNotHaveDuplicates().isSorted();

        var costly = new RowPage.Asked(Measure.CASES_ENDED, Optional.of(Measure.CASES_IN_TIME));
        assertThat(evaluations
                        .rows(busyChief, state(scored.month), office(scored.busy), costly, Optional.of(keys.get(39)))
                        .orElseThrow()
                        .rows())
                .as("those that cost points also begin behind a key")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(keys.subList(40, Scored.MANY)).contains(row.key()));
    }

    @Test
    void aPostIsScoredByTheStepsOfWhoeverHoldsIt() {
        var post = new Subject(SubjectKind.POST, scored.swift.office().code() + ".clerk");
        var swiftChief = scored.swift.officer("chief", Set.of("desk-chief"));
        var sheet = evaluations.sheet(swiftChief, state(scored.month), post).orElseThrow();

        assertThat(points(sheet, "steps-in-time")).contains(number("50.00"));
        assertThat(sheet.sheet().total()).contains(number("50.00"));
        assertThat(sheet.amounts()).containsOnlyKeys("steps_ended", "steps_in_time");
        assertThat(evaluations.ranking(state(scored.month), SubjectKind.POST))
                .extracting(standing -> standing.place().subject())
                .contains(post.id())
                .doesNotContain(town.office().code() + ".clerk");
        var late = new RowPage.Asked(Measure.STEPS_ENDED, Optional.of(Measure.STEPS_IN_TIME));
        assertThat(evaluations
                        .rows(swiftChief, state(scored.month), post, late, Optional.empty())
                        .orElseThrow()
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.number()).startsWith("STEP-"));
        assertThat(evaluations.sheet(chief, state(scored.month), post))
                .as("a chief sees the posts of the own organisation alone")
                .isEmpty();
    }

    @Test
    void theOpenPeriodIsProvisionalAndOpensToWhatCountsNow() {
        var open = state(scored.month.next());
        assertThat(open.frozen()).isEmpty();

        var sheet = evaluations.sheet(chief, open, office(town)).orElseThrow();
        assertThat(sheet.amounts()).containsEntry("cases_ended", BigDecimal.ONE);
        assertThat(points(sheet, "in-time")).contains(number("100.00"));
        var asked = new RowPage.Asked(Measure.CASES_ENDED, Optional.empty());
        assertThat(evaluations
                        .rows(chief, open, office(town), asked, Optional.empty())
                        .orElseThrow()
                        .rows())
                .hasSize(1);
    }

    @Test
    void whatIsFrozenStaysWhateverIsWrittenLater() {
        var before = sheet(scored.month);
        var middle = scored.month.from().plusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC);
        scored.ended(town, middle, -5);

        assertThat(scored.frozen).as("months, and what else has ended").isGreaterThanOrEqualTo(2);
        assertThat(town.bean(Freezing.class).freeze(town.bean(Clock.class).instant()))
                .isZero();
        assertThat(sheet(scored.month).amounts()).isEqualTo(before.amounts());
        assertThat(sheet(scored.month).sheet().total()).isEqualTo(before.sheet().total());
    }

    @Test
    void theStoreRefusesToChangeOrToAddToWhatIsFrozen() {
        var jdbc = town.bean(JdbcClient.class);
        for (var table : Set.of("period", "tally", "standing", "score", "scheme")) {
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM evaluation." + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE evaluation.score SET points = 100").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO evaluation.tally (month, measure, organisation, post, amount, rows)
                                VALUES (?, 'cases_ended', 'X', '', 1, '{x}')""").param(scored.month.from()).update())
                .rootCause()
                .hasMessageContaining("is frozen");
        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO evaluation.standing (period, kind, subject, total, place)
                                VALUES (?, 'REGION', 'X', 100, 1)""").param(scored.month.id()).update())
                .rootCause()
                .hasMessageContaining("is frozen");
    }

    @Test
    void theDigestInTheJournalIsThatOfWhatIsKept() {
        var state = state(scored.month);
        var kept = town.bean(ResultStore.class).digest(scored.month);

        assertThat(state.frozen().orElseThrow().digest()).isEqualTo(kept.digest());
        assertThat(state.edition()).startsWith(evaluations.scheme().edition() + "+");
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("evaluation-period", scored.month.id())))
                .filteredOn(recorded -> recorded.entry().verb().equals("evaluation.freeze"))
                .singleElement()
                .satisfies(recorded ->
                        assertThat(recorded.entry().details().text("digest")).contains(kept.digest()));
    }

    @Test
    void aPeriodIsFrozenSomeTimeAfterItsEndAndNotBefore() {
        var terms = town.bean(EvaluationTerms.class);
        assertThat(terms.settles()).isPositive().isLessThan(Duration.ofDays(1));
        assertThat(evaluations.periods())
                .filteredOn(state -> state.frozen().isEmpty())
                .extracting(PeriodState::period)
                .contains(scored.month.next())
                .doesNotContain(scored.month);
    }
}
