package org.tongqu.engines.cases;

import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/**
 * A clock that a case is measured by, such as the statutory limit of the whole.
 *
 * @param name by which processes start and end it, e.g. {@code statutory}
 * @param basis where the limit is laid down, e.g. {@code 行政许可法 第四十二条}; empty for a mere promise
 * @param warnPercent the share of the limit after which it is shown in yellow, from 1 to 100
 */
public record ClockRule(String name, Limit limit, Label label, String basis, int warnPercent) {

    /** Where nothing else is said: the last fifth is yellow. */
    public static final int USUAL_WARN_PERCENT = 80;

    public ClockRule {
        if (warnPercent < 1 || warnPercent > 100) {
            throw new IllegalArgumentException(
                    "Clock " + name + " warns at " + warnPercent + " percent, expected 1 to 100");
        }
    }
}
