package org.tongqu.platform.data.interfaces;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/** Classes of durations: enough to tell the slowest hundredth of a day's calls without keeping each of them. */
public final class Durations {

    private static final long[] BOUNDS = {1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 500, 1000, 2000, 5000, 10_000};
    private static final double SLOWEST = 0.99;

    private Durations() {}

    public static int classes() {
        return BOUNDS.length + 1;
    }

    /** Which class a duration falls into. */
    public static int of(Duration duration) {
        var found = Arrays.binarySearch(BOUNDS, duration.toMillis());
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Ninety-nine of a hundred took less than so many milliseconds; nothing is said of nothing. */
    public static OptionalLong p99(long[] spread) {
        var all = Arrays.stream(spread).sum();
        if (all == 0) {
            return OptionalLong.empty();
        }
        var counted = 0L;
        for (var each = 0; each < BOUNDS.length && each < spread.length; each++) {
            counted += spread[each];
            if (counted >= Math.ceil(all * SLOWEST)) {
                return OptionalLong.of(BOUNDS[each]);
            }
        }
        return OptionalLong.of(BOUNDS[BOUNDS.length - 1]);
    }
}
