package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Lamp;

/**
 * How many open clocks show which lamp, by organisation.
 *
 * @param at the time the lamps were read
 */
public record LampBoard(Instant at, List<Line> lines) {

    public LampBoard {
        lines = List.copyOf(lines);
    }

    /** One organisation. */
    public record Line(String organisation, Label name, Map<Lamp, Long> counts) {
        public Line {
            counts = Map.copyOf(counts);
        }

        public long of(Lamp lamp) {
            return counts.getOrDefault(lamp, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public long of(Lamp lamp) {
        return lines.stream().mapToLong(line -> line.of(lamp)).sum();
    }
}
