package org.tongqu.engines.cases;

import java.util.Optional;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/**
 * A clock that a case is measured by, such as the statutory limit of the whole.
 *
 * @param name by which processes start and end it, e.g. {@code statutory}
 * @param basis where the limit is laid down, e.g. {@code 行政许可法 第四十二条}; empty for a mere promise
 * @param warnPercent the share of the limit after which it is shown in yellow, from 1 to 100
 * @param prolonging how it may be prolonged; empty where the law gives no more time
 */
public record ClockRule(
        String name, Limit limit, Label label, String basis, int warnPercent, Optional<Prolonging> prolonging) {

    /**
     * How a clock may be given more time (延长审批), as e.g. 行政许可法 第四十二条 lets the head of an office do.
     *
     * @param role who of the handling organisation may
     * @param most by how much each time at most, in the unit of the limit
     * @param times how often
     * @param basis where it is laid down
     */
    public record Prolonging(String role, Limit most, int times, String basis) {
        public Prolonging {
            if (most.amount() < 1 || times < 1) {
                throw new IllegalArgumentException("Prolonged by " + most + ", " + times + " times: expected some");
            }
        }
    }

    /** Where nothing else is said: the last fifth is yellow. */
    public static final int USUAL_WARN_PERCENT = 80;

    /** A clock that is not prolonged. */
    public ClockRule(String name, Limit limit, Label label, String basis, int warnPercent) {
        this(name, limit, label, basis, warnPercent, Optional.empty());
    }

    public ClockRule {
        if (warnPercent < 1 || warnPercent > 100) {
            throw new IllegalArgumentException(
                    "Clock " + name + " warns at " + warnPercent + " percent, expected 1 to 100");
        }
        if (prolonging.filter(more -> more.most().unit() != limit.unit()).isPresent()) {
            throw new IllegalArgumentException("Clock " + name + " is prolonged in another unit than " + limit);
        }
    }

    public ClockRule warningAt(int percent) {
        return new ClockRule(name, limit, label, basis, percent, prolonging);
    }
}
