package org.tongqu.platform.matter.casework.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Moment;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Counts the open cases by a new calendar, some at a time, each lot in a transaction that also remembers how far it came:
 * a program that is killed goes on where it was. Any number of programs share the work without doing a case twice.
 */
@Component
public class Recounting {

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);
    private static final int AT_ONCE = 20;

    private final RecountStore store;
    private final CaseStore cases;
    private final CaseRunner runner;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recounting(
            RecountStore store,
            CaseStore cases,
            CaseRunner runner,
            Directory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.runner = runner;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 12_000)
    void goOn() {
        goOn(Duration.ofMinutes(1));
    }

    public void goOn(Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        var more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> someMore()));
        }
    }

    private boolean someMore() {
        var taken = store.take();
        if (taken.isEmpty()) {
            return false;
        }
        var open = taken.get();
        var next = store.next(open.after(), AT_ONCE);
        if (next.isEmpty()) {
            store.end(open, clock.instant());
            return true;
        }
        var changed = new ArrayList<RecountStore.Row>();
        int kept = 0;
        for (var id : next) {
            kept += count(id, changed);
        }
        if (!changed.isEmpty()) {
            store.add(open, changed);
        }
        store.went(open, next.getLast(), next.size(), kept);
        return true;
    }

    /** How many cases keep their day because it cannot be counted: this one or none. */
    private int count(UUID id, List<RecountStore.Row> changed) {
        var row = cases.lock(id).orElseThrow();
        var before = runner.state(row);
        var moment = new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS), directory.calendar());
        var outcome = runner.run(row.head(), before, new CaseCommand.Recount(), Actor.system(""), moment);
        if (outcome instanceof Outcome.Refused<CaseView, CaseRefusal>(var why)) {
            LOG.warn("Case {} keeps its days: {}", row.head().receipt(), why);
            return 1;
        }
        note(cases.find(id).orElseThrow(), before, changed);
        return 0;
    }

    /** @param row as it is now */
    private void note(CaseRow row, CaseState before, List<RecountStore.Row> changed) {
        if (row.moving().version() == before.version()) {
            return;
        }
        var after = runner.state(row);
        before.clocks().forEach((name, was) -> {
            var is = after.clocks().getOrDefault(name, was);
            if (!is.dueAt().equals(was.dueAt())) {
                changed.add(new RecountStore.Row(
                        UUID.fromString(row.head().caseId()),
                        row.head().receipt().value(),
                        row.head().organisation().code(),
                        name,
                        was.rule().label(),
                        was.dueAt(),
                        is.dueAt()));
            }
        });
    }
}
