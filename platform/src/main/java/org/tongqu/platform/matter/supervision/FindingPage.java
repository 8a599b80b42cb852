package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.supervision.Level;

/**
 * Some findings, the latest first.
 *
 * @param counts how many fit in all, by level, whichever level was asked for
 * @param next where the next page begins; empty on the last
 */
public record FindingPage(List<FindingRow> rows, Map<Level, Long> counts, Optional<String> next) {
    public FindingPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    public long of(Level level) {
        return counts.getOrDefault(level, 0L);
    }
}
