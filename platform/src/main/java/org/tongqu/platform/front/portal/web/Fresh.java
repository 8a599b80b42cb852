package org.tongqu.platform.front.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is the same for everybody and may be a few seconds old. One request fetches it anew while all others
 * are answered from what is there, so that a busy minute asks the database as often as a quiet one.
 */
public final class Fresh<T> {

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
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        if (known != null && !fetching.compareAndSet(false, true)) {
            return known.value();
        }
        try {
            var fetched = new Kept<>(source.get(), clock.instant().plus(keeps));
            kept = fetched;
            return fetched.value();
        } finally {
            fetching.set(false);
        }
    }
}
