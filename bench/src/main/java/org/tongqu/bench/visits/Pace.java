package org.tongqu.bench.visits;

import java.util.OptionalLong;

/**
 * When the next one is due, in nanoseconds of {@link System#nanoTime}. Who comes late is not made up for by a burst:
 * at most a second of arrears is kept. Not safe for use by many threads.
 */
final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final long interval;
    private final long end;
    private long next;

    /** @param perSecond 0 for as many as there is room for */
    Pace(double perSecond, long begun, int seconds) {
        this.interval = perSecond > 0 ? Math.round(SECOND / perSecond) : 0;
        this.next = begun;
        this.end = begun + seconds * SECOND;
    }

    /** When the next one starts; empty when the time is over. */
    OptionalLong next(long now) {
        var due = interval == 0 ? now : Math.max(next, now - SECOND);
        if (Math.max(due, now) >= end) {
            return OptionalLong.empty();
        }
        next = due + interval;
        return OptionalLong.of(due);
    }
}
