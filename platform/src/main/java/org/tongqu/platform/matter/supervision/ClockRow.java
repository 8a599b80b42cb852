package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Lamp;

/**
 * One clock of one case: one row behind a figure.
 *
 * @param clock its name in the pack, e.g. {@code statutory}
 * @param dueAt the first instant that is too late
 * @param lamp as it stood when it was asked for
 */
public record ClockRow(
        String caseId,
        String clock,
        Label label,
        String packId,
        String organisation,
        String receipt,
        String title,
        Run run,
        Lamp lamp) {

    /**
     * @param warnAt from when it is yellow
     * @param endedAt empty while it runs or is stopped
     * @param onTime empty until it has ended
     */
    public record Run(
            Instant startedAt, Instant warnAt, Instant dueAt, Optional<Instant> endedAt, Optional<Boolean> onTime) {}
}
