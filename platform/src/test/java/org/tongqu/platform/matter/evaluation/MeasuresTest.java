package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.evaluation.internal.Freezing;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: limits shortened, matters done online and duties of sharing data are counted, down to the rows. */
class MeasuresTest {

    private final Scored scored = Scored.shared();
    private final Town town = Town.fresh();
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final JdbcClient jdbc = town.bean(JdbcClient.class);
    private final Evaluations evaluations = town.bean(Evaluations.class);
    private final Instant now = Scored.moment(town.bean(Clock.class));
    private final Instant before = now.minusSeconds(60);
    private final Subject office =
            new Subject(SubjectKind.ORGANISATION, town.office().code());

    private void clock(String receipt, String clock, int days) {
        jdbc.sql("""
                        INSERT INTO supervision.clock (case_id, clock, family, pack_id, organisation, division, receipt, title,
                            label, state, started_at, warn_at, due_at, stopped_for, ended_at, on_time)
                        SELECT id, :clock, :clock, 'none', organisation, division, receipt, title, '{"zh":"时限","en":"Limit"}',
                            'ENDED', :began, :due, :due, interval '0', :at, true
                        FROM casework.case_file WHERE receipt = :receipt""")
                .param("clock", clock)
                .param("began", time(before.minus(Duration.ofDays(1))))
                .param("due", time(before.plus(Duration.ofDays(days - 1L))))
                .param("at", time(before))
                .param("receipt", receipt)
                .update();
    }

    private void atAWindow(String receipt) {
        jdbc.sql("""
                        INSERT INTO hall.hall (code, name_zh, name_en, level, division, organisation, address, head_start, grace,
                            no_shows, no_show_days, days_ahead)
                        VALUES (:hall, '厅', 'Hall', 'district', :division, :office, '1', 0, 0, 0, 1, 1)""")
                .param("hall", "measured-" + receipt.toLowerCase(Locale.ROOT))
                .param("division", town.office().division().value())
                .param("office", town.office().code())
                .update();
        jdbc.sql("""
                        INSERT INTO hall.handover (receipt, step, title, papers, from_hall, to_organisation, office, sent_at,
                            sent_by, sent_name)
                        VALUES (:receipt, 1, '计分事项', 0, :hall, :office, :office, :at, 'clerk', '窗口')""")
                .param("receipt", receipt)
                .param("hall", "measured-" + receipt.toLowerCase(Locale.ROOT))
                .param("office", town.office().code())
                .param("at", time(before))
                .update();
    }

    private void owed(String kind, Instant since, Instant due, Optional<Instant> done) {
        jdbc.sql("""
                        INSERT INTO supervision.duty (id, kind, number, title, pack_id, organisation, href, since, due_at, done_at)
                        VALUES (:id, :kind, 'N-1', '共享', '', :office, '/desk/somewhere/N-1', :since, :due, :done)""")
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("office", town.office().code())
                .param("since", time(since))
                .param("due", time(due))
                .param("done", done.map(at -> time(at)).orElse(null))
                .update();
    }

    private BigDecimal rows(PeriodState state, Measure measure) {
        return evaluations
                .rows(chief, state, office, new RowPage.Asked(measure, Optional.empty()), Optional.empty())
                .orElseThrow()
                .rows()
                .stream()
                .map(RowPage.Row::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whatHappenedAMinuteAgoIsOfTheMonthThatJustBegan() {
        var midnight =
                LocalDate.of(2026, 12, 1).atStartOfDay(WorkingCalendar.ZONE).toInstant();

        var moment = Scored.moment(Clock.fixed(midnight.plusSeconds(1), WorkingCalendar.ZONE));

        assertThat(moment.minusSeconds(60)).isAfterOrEqualTo(midnight);
        assertThat(Scored.moment(Clock.fixed(midnight.minusSeconds(1), WorkingCalendar.ZONE)))
                .isEqualTo(midnight.minusSeconds(1));
    }

    @Test
    void eachCountsWhatItSaysAndOpensToItsRows() {
        var shortened = scored.ended(town, before, 10);
        clock(shortened, "statutory", 20);
        clock(shortened, "promised", 8);
        var plain = scored.ended(town, before, 10);
        clock(plain, "statutory", 10);
        atAWindow(plain);
        var ahead = now.plus(Duration.ofDays(9));
        owed("agreement", before, ahead, Optional.of(before));
        owed("agreement", before.minusSeconds(9), before, Optional.empty());
        owed("correction", before, ahead, Optional.of(before));
        owed("correction", before, ahead, Optional.empty());
        owed("update", before.minusSeconds(9), ahead, Optional.empty());
        owed("update", before.minusSeconds(9), before, Optional.empty());
        owed("update", before.minusSeconds(9), before.minusSeconds(5), Optional.of(before));
        town.bean(Freezing.class).count(now);

        var today = LocalDate.ofInstant(before, WorkingCalendar.ZONE);
        var state = evaluations.period(Period.of(Period.Kind.MONTH, today).id()).orElseThrow();
        var sheet = evaluations.sheet(chief, state, office).orElseThrow();

        var expected = Map.of(
                Measure.DAYS_STATUTORY, "30",
                Measure.DAYS_PROMISED, "18",
                Measure.CASES_ENDED, "2",
                Measure.CASES_ONLINE, "1",
                Measure.SHARE_REQUESTS, "2",
                Measure.SHARE_REQUESTS_IN_TIME, "1",
                Measure.CORRECTIONS, "1",
                Measure.CORRECTIONS_IN_TIME, "1",
                Measure.UPDATES, "2",
                Measure.UPDATES_IN_TIME, "1");
        expected.forEach((measure, amount) -> {
            assertThat(sheet.amounts().get(measure.code())).as(measure.code()).isEqualByComparingTo(amount);
            assertThat(rows(state, measure)).as(measure.code()).isEqualByComparingTo(amount);
        });
        assertThat(sheet.sheet().scores())
                .filteredOn(score -> Set.of("reduction", "online", "sharing")
                        .contains(score.indicator().name()))
                .extracting(score -> score.points().orElseThrow().intValue())
                .containsExactlyInAnyOrder(80, 50, 60);
    }
}
