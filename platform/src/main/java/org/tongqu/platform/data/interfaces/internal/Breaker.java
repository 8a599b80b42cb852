package org.tongqu.platform.data.interfaces.internal;

import java.time.Duration;
import java.util.Optional;
import org.tongqu.platform.data.interfaces.BreakerState;

/**
 * Lets a provider that fails rest: when half of its last calls failed nobody waits for it any more, until one call that is
 * let through for a trial is answered. Each failed trial doubles the rest. Safe for use by many threads; readings are of
 * {@link System#nanoTime}.
 */
final class Breaker {

    private static final int LAST = 20;
    private static final int AT_LEAST = 5;
    private static final long SHORTEST_REST = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_REST = Duration.ofMinutes(2).toNanos();

    private long results;
    private int known;
    private long rest = SHORTEST_REST;
    private long openUntil;
    private BreakerState state = BreakerState.CLOSED;

    /** How long it still rests; empty when the call may be tried. */
    synchronized Optional<Duration> rests(long now) {
        return switch (state) {
            case CLOSED -> Optional.empty();
            case TRYING -> Optional.of(Duration.ofNanos(SHORTEST_REST));
            case OPEN -> {
                if (openUntil - now > 0) {
                    yield Optional.of(Duration.ofNanos(openUntil - now));
                }
                state = BreakerState.TRYING;
                yield Optional.empty();
            }
        };
    }

    synchronized void succeeded() {
        if (state == BreakerState.TRYING) {
            state = BreakerState.CLOSED;
            known = 0;
            results = 0;
            rest = SHORTEST_REST;
        }
        remember(0);
    }

    synchronized void failed(long now) {
        if (state == BreakerState.TRYING) {
            rest = Math.min(LONGEST_REST, rest * 2);
            open(now);
            return;
        }
        remember(1);
        var failures = Long.bitCount(results);
        if (state == BreakerState.CLOSED && known >= AT_LEAST && failures * 2 >= known) {
            open(now);
        }
    }

    /** A trial that ended without telling anything of the provider: another may be made. */
    synchronized void withdrawn(long now) {
        if (state == BreakerState.TRYING) {
            state = BreakerState.OPEN;
            openUntil = now;
        }
    }

    private void open(long now) {
        state = BreakerState.OPEN;
        openUntil = now + rest;
    }

    private void remember(int failure) {
        results = ((results << 1) | failure) & ((1L << LAST) - 1);
        known = Math.min(LAST, known + 1);
    }

    synchronized BreakerState state() {
        return state;
    }
}
