package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * How a clock stands at the time of asking (GB/T 39046, 电子监察). Never stored. {@link #SQL} and {@link #of} say the same;
 * a test holds them together.
 */
public enum Lamp {
    /** 正常 */
    GREEN,
    /** 预警: most of the limit is used. */
    YELLOW,
    /** 超期: the limit has passed. */
    RED,
    /** 中止计时: a special procedure is running, such as a correction. */
    STOPPED,
    /** Nothing is being measured, because it is over or was never limited. */
    NONE;

    /** The lamp of a row with columns {@code clock}, {@code warn_at} and {@code due_at} of the table {@code c}. */
    public static final String SQL = """
            CASE WHEN c.clock = 'ENDED' THEN 'NONE'
                 WHEN c.clock = 'STOPPED' THEN 'STOPPED'
                 WHEN c.due_at <= :now THEN 'RED'
                 WHEN c.warn_at <= :now THEN 'YELLOW'
                 WHEN c.due_at IS NULL THEN 'NONE'
                 ELSE 'GREEN' END""";

    /** Whether anything of the case is being timed. */
    public enum Timing {
        RUNNING,
        STOPPED,
        ENDED
    }

    public static Lamp of(Timing timing, Optional<Instant> warnAt, Optional<Instant> dueAt, Instant now) {
        return switch (timing) {
            case ENDED -> NONE;
            case STOPPED -> STOPPED;
            case RUNNING -> {
                if (dueAt.isPresent() && !dueAt.get().isAfter(now)) {
                    yield RED;
                }
                if (warnAt.isPresent() && !warnAt.get().isAfter(now)) {
                    yield YELLOW;
                }
                yield dueAt.isPresent() ? GREEN : NONE;
            }
        };
    }
}
