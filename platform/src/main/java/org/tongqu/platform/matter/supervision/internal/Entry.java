package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.supervision.Standing;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseHead;

/**
 * A clock as it stands in the table: one of the case, or one of a step.
 *
 * @param name unique in its case
 * @param family under which it is counted: its own name, or {@link StepClocks#FAMILY}
 * @param organisation whose lamp it is
 * @param since when it took up its status
 * @param watchAt when time alone makes a rule find something of it next
 */
record Entry(
        String name,
        String family,
        String organisation,
        Label label,
        RunningClock.Status status,
        Instant startedAt,
        Instant since,
        Instant warnAt,
        Instant dueAt,
        Optional<End> end,
        Optional<Instant> watchAt) {

    record End(Instant at, boolean onTime) {}

    static Entry of(CaseHead head, RunningClock clock) {
        return new Entry(
                clock.name(),
                clock.name(),
                head.organisation().code(),
                clock.rule().label(),
                clock.status(),
                clock.startedAt(),
                clock.since(),
                clock.warnAt(),
                clock.dueAt(),
                clock.ended().map(end -> new End(end.at(), end.onTime())),
                Optional.empty());
    }

    Entry watched(Optional<Instant> nextLook) {
        return new Entry(name, family, organisation, label, status, startedAt, since, warnAt, dueAt, end, nextLook);
    }

    Standing standing() {
        return new Standing(name, family, status, since, warnAt, dueAt);
    }

    /** While it ran. */
    Standing standingBefore() {
        return new Standing(name, family, RunningClock.Status.RUNNING, since, warnAt, dueAt);
    }
}
