package org.tongqu.platform.matter.evaluation;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.evaluation.internal.Freezing;

/** Two offices with a past, frozen once for all tests: a month is frozen for the whole platform. */
final class Scored {

    private static final class Shared {
        static final Scored SCORED = new Scored();
    }

    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Town slow = Town.fresh();
    final Town swift = Town.fresh();

    /** With more matters than a page of rows shows. */
    final Town busy = Town.fresh();

    /** With nothing but a rating a month: too little for a place. */
    final Town idle = Town.fresh();

    static final int MANY = 60;
    final Period month;
    final int frozen;
    final String lateReceipt;
    private final JdbcClient jdbc = slow.bean(JdbcClient.class);

    private Scored() {
        var now = moment(slow.bean(Clock.class));
        this.month = Period.of(Period.Kind.MONTH, LocalDate.ofInstant(now, WorkingCalendar.ZONE))
                .previous();
        var middle = month.from()
                .plusDays(14)
                .atTime(10, 0)
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
        var before = middle.minus(Duration.ofDays(31));
        ended(slow, before, 10);
        ended(swift, before, -2);
        ended(busy, before, -3);
        for (int kept = 0; kept < 3; kept++) {
            ended(slow, middle, 10);
        }
        this.lateReceipt = ended(slow, middle, -2);
        ended(swift, middle, 10);
        ended(swift, middle, 10);
        for (int kept = 0; kept < MANY; kept++) {
            ended(busy, middle, kept % 2 == 0 ? 5 : -5);
        }
        step(swift, middle, 3);
        step(swift, middle, -3);
        rated(slow, middle, 1);
        rated(slow, middle, 5);
        rated(idle, middle, 1);
        rated(idle, now.minusSeconds(60), 1);
        this.frozen = slow.bean(Freezing.class).freeze(now);
        ended(slow, now.minusSeconds(60), 5);
        slow.bean(Freezing.class).count(now);
    }

    /** What the clock says, but for the first moments of a month: what happened a minute ago is of the same month. */
    static Instant moment(Clock clock) {
        var now = clock.instant();
        var begun = LocalDate.ofInstant(now, WorkingCalendar.ZONE)
                .withDayOfMonth(1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant()
                .plus(A_WHILE);
        return now.isBefore(begun) ? begun : now;
    }

    static Scored shared() {
        return Shared.SCORED;
    }

    /** A case that took ten days. @param spare so many days before its limit; @return its receipt */
    String ended(Town town, Instant at, int spare) {
        var id = UUID.randomUUID();
        var receipt = "SCORED-" + COUNT.incrementAndGet();
        var office = town.office();
        jdbc.sql("""
                        INSERT INTO casework.case_file (id, receipt, pack_id, pack_version, pack_hash, title, applicant,
                            applicant_name, organisation, division, status, result, steps, turn, clock, opened_at, moved_at,
                            ended_at, version)
                        VALUES (:id, :receipt, 'none', '1', 'none', '计分事项', 'nobody', '某人', :office, :division, 'ENDED', 'done',
                            '{}', 'NOBODY', 'ENDED', :began, :at, :at, 1)""")
                .param("id", id)
                .param("receipt", receipt)
                .param("office", office.code())
                .param("division", office.division().value())
                .param("began", time(at.minus(Duration.ofDays(10))))
                .param("at", time(at))
                .update();
        var due = at.plus(Duration.ofDays(spare));
        jdbc.sql("""
                        INSERT INTO supervision.clock (case_id, clock, family, pack_id, organisation, division, receipt, title,
                            label, state, started_at, warn_at, due_at, stopped_for, ended_at, on_time)
                        VALUES (:id, 'total', 'total', 'none', :office, :division, :receipt, '计分事项', '{"zh":"总时限","en":"Total"}',
                            'ENDED', :began, :due, :due, interval '0', :at, :kept)""")
                .param("id", id)
                .param("receipt", receipt)
                .param("office", office.code())
                .param("division", office.division().value())
                .param("began", time(at.minus(Duration.ofDays(10))))
                .param("due", time(due))
                .param("at", time(at))
                .param("kept", spare > 0)
                .update();
        if (spare <= 0) {
            jdbc.sql("""
                            INSERT INTO supervision.finding (id, case_id, rule, subject, pack_id, organisation, receipt, title,
                                label, red_at, events)
                            VALUES (:found, :id, 'overdue', 'total', 'none', :office, :receipt, '计分事项',
                                '{"zh":"总时限","en":"Total"}', :due, '{}')""")
                    .param("found", UUID.randomUUID())
                    .param("id", id)
                    .param("office", office.code())
                    .param("receipt", receipt)
                    .param("due", time(due))
                    .update();
        }
        return receipt;
    }

    /** A step that somebody at the post of a clerk did. @param spare so many days before its limit */
    private void step(Town town, Instant at, int spare) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            INSERT INTO casework.task (case_id, task_id, node_id, performer, organisation, assignee, opened_at, done_at)
            VALUES (:id, 't1', 'review', 'officer', :office, :who, :began, :at)""")
                .param("id", id)
                .param("office", town.office().code())
                .param("who", town.officer("reviewer").staff())
                .param("began", time(at.minus(Duration.ofDays(4))))
                .param("at", time(at))
                .update();
        jdbc.sql("""
            INSERT INTO supervision.clock (case_id, clock, family, pack_id, organisation, division, receipt, title,
                label, state, started_at, warn_at, due_at, stopped_for, ended_at, on_time)
            VALUES (:id, 'step.t1', 'step', 'none', :office, :division, :receipt, '计分环节', '{"zh":"审查","en":"Review"}',
                'ENDED', :began, :due, :due, interval '0', :at, :kept)""")
                .param("id", id)
                .param("office", town.office().code())
                .param("division", town.office().division().value())
                .param("receipt", "STEP-" + COUNT.incrementAndGet())
                .param("began", time(at.minus(Duration.ofDays(4))))
                .param("due", time(at.plus(Duration.ofDays(spare))))
                .param("at", time(at))
                .param("kept", spare > 0)
                .update();
    }

    private void rated(Town town, Instant at, int grade) {
        jdbc.sql("""
                        INSERT INTO ratings.rating (id, case_id, receipt, applicant, pack_id, organisation, point, channel,
                            grade, reasons, words, rated_at)
                        VALUES (:id, :id, 'R', 'nobody', 'none', :office, 'RESULT', 'WEB', :grade, '{}', '说了一句', :at)""")
                .param("id", UUID.randomUUID())
                .param("office", town.office().code())
                .param("grade", grade)
                .param("at", time(at))
                .update();
    }
}
