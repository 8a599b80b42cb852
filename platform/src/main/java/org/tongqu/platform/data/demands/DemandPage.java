package org.tongqu.platform.data.demands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * Some demands, the newest first.
 *
 * @param counts how many fit in each shelf, by the filter of the list itself
 * @param next behind which the next page begins; empty at the end
 */
public record DemandPage(List<Demand> rows, Map<Shelf, Long> counts, Optional<String> next) {

    public DemandPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    /** What stands together. The list is open to all officers, so that who misses the same finds it. */
    public enum Shelf implements Coded {
        ALL,
        /** What we miss. */
        OURS,
        /** What we are to answer. */
        OF_US,
        /** What the data authority is to assign. */
        TO_ASSIGN
    }

    /** What to list; what is empty does not narrow. */
    public record Filter(Shelf shelf, String words, Optional<Demand.State> state) {}

    public long count(Shelf shelf) {
        return counts.getOrDefault(shelf, 0L);
    }
}
