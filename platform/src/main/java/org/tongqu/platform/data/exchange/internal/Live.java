package org.tongqu.platform.data.exchange.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.data.exchange.Reason;

/**
 * A run under way on its own virtual thread. Told to stop it ends before its next batch; when it waits for a database
 * instead, the wait is broken off.
 */
final class Live {

    /** How long a batch may take to be written before its writing is broken off. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Thread thread = Thread.currentThread();
    private @Nullable Reason told;
    private Instant toldAt = Instant.MAX;
    private Preparing.@Nullable Permitted ready;
    private boolean isMoving;
    private boolean isMissed;
    private @Nullable Instant applied;

    synchronized void begins(Preparing.Permitted with) {
        ready = with;
        isMoving = true;
    }

    /** From here on nothing breaks off what this thread does. @return whether it was broken off */
    synchronized boolean ends() {
        isMoving = false;
        return Thread.interrupted();
    }

    /** A change that was committed then at the source is at the target. */
    synchronized void applied(Instant committed) {
        applied = committed;
    }

    /** When the change that was applied last was committed at the source. */
    synchronized Optional<Instant> applied() {
        return Optional.ofNullable(applied);
    }

    /** The flow's hour came while it was under way. */
    synchronized void missed() {
        isMissed = true;
    }

    synchronized boolean isMissed() {
        return isMissed;
    }

    synchronized Optional<Preparing.Permitted> ready() {
        return Optional.ofNullable(ready);
    }

    synchronized void stop(Reason why, Instant now) {
        if (told == null) {
            told = why;
            toldAt = now;
        }
    }

    synchronized Optional<Reason> told() {
        return Optional.ofNullable(told);
    }

    synchronized void hasten(Instant now) {
        if (told != null && isMoving && now.isAfter(toldAt.plus(PATIENCE))) {
            thread.interrupt();
        }
    }
}
