package org.tongqu.platform.data.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a figure compares with an earlier one. Where that cannot be said as a number, why. */
public sealed interface Growth {

    /** By so many percent (增长). */
    record Percent(BigDecimal by) implements Growth {}

    /** By so many percentage points: of a rate (百分点). */
    record Points(BigDecimal by) implements Growth {}

    /** There is no earlier figure. */
    record NothingBefore() implements Growth {}

    /** The earlier figure was nought or below: no percent of it mean anything. */
    record NotAboveNought() implements Growth {}

    /**
     * As the store says it.
     *
     * @param before the earlier figure, if there is one
     * @param by the difference in points or percent; nothing where it cannot be worked out
     */
    static Growth of(Of of, @Nullable BigDecimal before, @Nullable BigDecimal by) {
        if (before == null) {
            return new NothingBefore();
        }
        if (by == null) {
            return new NotAboveNought();
        }
        return of == Of.RATE ? new Points(by) : new Percent(by);
    }

    /** What is compared. */
    enum Of {
        LEVEL,
        RATE
    }
}
