package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
        assertThat(sheet.sheet().total()).contains(number("67.43"));
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
        var middle = scored.month.from().plusDays(20).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
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
