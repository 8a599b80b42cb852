package org.tongqu.engines.cases;

import java.time.Duration;

/**
 * How much of a limit is used up. A limit in days is used by whole days only, one in hours by time; the other figure is
 * always zero.
 */
public record Spent(int days, Duration time) {

    public static final Spent NOTHING = new Spent(0, Duration.ZERO);

    public Spent {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("Expected time spent but found " + days + " days and " + time);
        }
    }

    Spent plus(Spent more) {
        return new Spent(days + more.days, time.plus(more.time));
    }
}
