package org.tongqu.platform.data.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Punctuality;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * What flowed of one resource, in three figures: whether it came in time (及时), was right (准确) and was whole (完整).
 *
 * @param timely nothing for a resource that is published no longer, or of which nothing ever came
 */
public record ItemFigures(ResourceCode resource, Optional<Punctuality> timely, Moved moved, Filled filled) {

    private static final long WHOLE = 10_000;

    /** Of the days that are looked at. @param waiting rows set aside that nobody sent again yet, of whatever day */
    public record Moved(long read, long setAside, long waiting) {}

    /** Cells of the targets that should hold something, and that do. */
    public record Filled(long cells, long filled) {}

    /** The share of deliveries that came within the resource's cycle, in hundredths of a percent. */
    public Optional<Long> timeliness() {
        return timely.flatMap(known -> share(known.came() - known.late(), known.came()));
    }

    /** The share of rows read that passed every rule. */
    public Optional<Long> accuracy() {
        return share(moved.read() - moved.setAside(), moved.read());
    }

    /** The share of cells that hold something. */
    public Optional<Long> completeness() {
        return share(filled.filled(), filled.cells());
    }

    /** Rounded down, so that what is not whole never looks whole. */
    public static Optional<Long> share(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Math.multiplyExact(part, WHOLE) / whole);
    }

    /** What the figures were counted of. @param runs the newest first */
    public record Behind(ItemFigures figures, List<OfFlow> flows, List<OfColumn> columns, List<Run> runs) {
        public Behind {
            flows = List.copyOf(flows);
            columns = List.copyOf(columns);
            runs = List.copyOf(runs);
        }
    }

    /** One flow of the resource. */
    public record OfFlow(String flow, String consumer, Moved moved) {}

    /** One column that a flow writes. */
    public record OfColumn(String flow, String field, Filled filled, Instant counted) {}
}
