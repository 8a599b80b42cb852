package org.tongqu.platform.matter.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.Moment;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Fires timers that are due. Any number of programs may do so on one store: each takes the lock of a case that nobody
 * else holds, and passes over the others.
 */
@Component
public class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    /** How long a timer is left alone that could not fire, e.g. because the calendar has no data of a year. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final CaseStore cases;
    private final CaseRunner runner;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Timers(
            JdbcClient jdbc,
            CaseStore cases,
            CaseRunner runner,
            Directory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.runner = runner;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID caseId, String timerId) {}

    @Scheduled(fixedDelay = 5_000, initialDelay = 10_000)
    void fireAllThatAreDue() {
        fireDue(clock.instant());
    }

    /** Fires what is due by then, one transaction each; says how many did. */
    public int fireDue(Instant now) {
        int fired = 0;
        for (var next = fireNext(now); next != Attempt.NOTHING_DUE; next = fireNext(now)) {
            fired += next == Attempt.FIRED ? 1 : 0;
        }
        return fired;
    }

    private enum Attempt {
        NOTHING_DUE,
        FIRED,
        REFUSED
    }

    private Attempt fireNext(Instant now) {
        var refused = new AtomicReference<@Nullable Due>();
        var attempt = transaction.execute(status -> {
            var due = lease(now);
            if (due.isEmpty()) {
                return Attempt.NOTHING_DUE;
            }
            if (fire(due.get(), now) instanceof Outcome.Refused<CaseView, CaseRefusal>(var reason)) {
                LOG.warn(
                        "Timer {} of case {} does not fire: {}",
                        due.get().timerId(),
                        due.get().caseId(),
                        reason);
                refused.set(due.get());
                status.setRollbackOnly();
                return Attempt.REFUSED;
            }
            return Attempt.FIRED;
        });
        var left = refused.get();
        if (left != null) {
            leaveAlone(left, now);
        }
        return attempt;
    }

    private Optional<Due> lease(Instant now) {
        return jdbc.sql("""
                        SELECT t.case_id, t.timer_id
                        FROM casework.timer t JOIN casework.case_file c ON c.id = t.case_id
                        WHERE t.due_at <= ? AND (t.retry_at IS NULL OR t.retry_at <= ?)
                        ORDER BY t.due_at LIMIT 1
                        FOR UPDATE OF c SKIP LOCKED""")
                .params(EventStore.time(now), EventStore.time(now))
                .query((row, number) -> new Due(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    private Outcome<CaseView, CaseRefusal> fire(Due due, Instant now) {
        var row = cases.lock(due.caseId()).orElseThrow();
        var moment = new Moment(now.truncatedTo(ChronoUnit.MILLIS), directory.calendar());
        return runner.run(
                row.head(), runner.state(row), new CaseCommand.FireTimer(due.timerId()), Actor.system(""), moment);
    }

    private void leaveAlone(Due due, Instant now) {
        jdbc.sql("UPDATE casework.timer SET retry_at = ? WHERE case_id = ? AND timer_id = ?")
                .params(EventStore.time(now.plus(PATIENCE)), due.caseId(), due.timerId())
                .update();
    }
}
