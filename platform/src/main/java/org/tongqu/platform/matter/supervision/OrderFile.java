package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Set;

/**
 * An order with all that was said in it, and what the reader may do.
 *
 * @param steps the first first
 */
public record OrderFile(Order order, List<OrderStep> steps, Set<May> may) {

    /** What somebody may do with an order now. */
    public enum May {
        ANSWER,
        JUDGE
    }

    public OrderFile {
        steps = List.copyOf(steps);
        may = Set.copyOf(may);
    }
}
