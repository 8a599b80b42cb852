package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.casework.Turn;

/** One row of the list of cases: what never changes about a case, and how it stands. */
public record CaseRow(CaseHead head, Moving moving) {

    /**
     * What changes from act to act.
     *
     * @param version how many events there are
     */
    public record Moving(
            int version,
            Instant movedAt,
            List<String> steps,
            Turn turn,
            Lamp.Timing timing,
            Optional<Instant> warnAt,
            Optional<Instant> dueAt,
            Optional<Ended> ended) {

        public Moving {
            steps = List.copyOf(steps);
        }
    }

    /** How and when it ended. */
    public record Ended(String result, Instant at) {}
}
