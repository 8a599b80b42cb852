package org.tongqu.platform.front.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is the same for everybody and may be a few seconds old. It is fetched anew beside the requests, which are
 * answered from what is there, so that a busy minute asks the database as often as a quiet one and nobody waits; only
 * what nobody asked for in a long while is waited for.
 */
public final class Fresh<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Fresh.class);
    private static final int LONG = 6;

    private final Supplier<T> source;
    private final Duration keeps;
    private final Clock clock;
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, Instant until) {}

    public Fresh(Supplier<T> source, Duration keeps, Clock clock) {
        this.source = source;
        this.keeps = keeps;
        this.clock = clock;
    }

    public T now() {
        var known = kept;
        var now = clock.instant();
        if (known == null || now.isAfter(known.until().plus(keeps.multipliedBy(LONG)))) {
            return fetch();
        }
        if (!now.isBefore(known.until()) && fetching.compareAndSet(false, true)) {
            Thread.ofVirtual().name("fresh").start(this::fetchBeside);
        }
        return known.value();
    }

    private void fetchBeside() {
        try {
            fetch();
        } catch (RuntimeException fault) {
            LOG.warn("What everybody sees could not be fetched anew; what was there is shown on", fault);
        } finally {
            fetching.set(false);
        }
    }

    private T fetch() {
        var value = source.get();
        kept = new Kept<>(value, clock.instant().plus(keeps));
        return value;
    }
}
