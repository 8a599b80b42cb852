package org.tongqu.platform.data.comparison;

import java.util.Map;
import java.util.Optional;
import org.tongqu.platform.data.comparison.Finding.State;

/** How a job stands. @param counts findings by their state */
public record JobStanding(PlannedJob planned, Map<State, Long> counts, Optional<ComparisonRun> last) {

    public JobStanding {
        counts = Map.copyOf(counts);
    }

    public long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Those that nobody has put right or explained yet. */
    public long unsettled() {
        return count(State.OPEN) + count(State.SENT);
    }
}
