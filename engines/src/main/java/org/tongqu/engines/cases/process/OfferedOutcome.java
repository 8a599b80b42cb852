package org.tongqu.engines.cases.process;

import java.util.List;

/**
 * One way in which a task may be completed, e.g. {@code accept}.
 *
 * @param starts clocks that begin to run with it
 * @param ends clocks that have done their service with it
 */
public record OfferedOutcome(String code, List<String> starts, List<String> ends, Reason reason) {

    /** What a task offers that offers nothing of its own. */
    public static final OfferedOutcome DONE = new OfferedOutcome("done", List.of(), List.of(), Reason.OPTIONAL);

    public enum Reason {
        /** The person concerned has a right to hear why (行政许可法 第三十八条), so an empty reason is refused. */
        REQUIRED,
        OPTIONAL
    }

    public OfferedOutcome {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }
}
