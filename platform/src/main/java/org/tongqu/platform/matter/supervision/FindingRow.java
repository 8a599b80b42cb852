package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.text.Label;

/**
 * What a rule found in a case.
 *
 * @param rule its name
 * @param label what it was called when it was found
 * @param subject the task, clock or step it is about; empty for the whole case
 * @param organisation whose step or clock it is
 * @param events the numbers of the events of the case it was found in; empty where time alone made it
 */
public record FindingRow(
        String id,
        String rule,
        Label label,
        String subject,
        String organisation,
        Matter matter,
        Times times,
        List<Integer> events) {

    /** The case. */
    public record Matter(String caseId, String packId, String receipt, String title) {}

    /** Since when it is yellow, and red; one of them may be missing. @param settledAt when what an office owed was done after all */
    public record Times(Optional<Instant> yellowAt, Optional<Instant> redAt, Optional<Instant> settledAt) {}

    public FindingRow {
        events = List.copyOf(events);
    }

    public Level level() {
        return times.redAt().isPresent() ? Level.RED : Level.YELLOW;
    }

    /** When it got as grave as it is. */
    public Instant foundAt() {
        return times.redAt().or(times::yellowAt).orElseThrow();
    }
}
