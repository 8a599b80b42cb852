package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseHead;

/**
 * A clock as it stands in the table: one of the case, or one of a step.
 *
 * @param name unique in its case
 * @param family under which it is counted: its own name, or {@link StepClocks#FAMILY}
 * @param organisation whose lamp it is
 */
record Entry(
        String name,
        String family,
        String organisation,
        Label label,
        RunningClock.Status status,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        Optional<End> end) {

    record End(Instant at, boolean onTime) {}

    static Entry of(CaseHead head, RunningClock clock) {
        return new Entry(
                clock.name(),
                clock.name(),
                head.organisation().code(),
                clock.rule().label(),
                clock.status(),
                clock.startedAt(),
                clock.warnAt(),
                clock.dueAt(),
                clock.ended().map(end -> new End(end.at(), end.onTime())));
    }
}
