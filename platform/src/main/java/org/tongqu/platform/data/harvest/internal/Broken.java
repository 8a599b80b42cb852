package org.tongqu.platform.data.harvest.internal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.data.catalog.Coded;

/** A source cannot be read on. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;
    private final @Nullable Duration wait;

    enum Why implements Coded {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** Its certificate is of an authority that is not trusted here, or not of this address. */
        NOT_TRUSTED,
        /** The answer ended before its end. */
        BROKEN_OFF,
        TIMED_OUT,
        /** It says that something is wrong with it. */
        FAILED,
        /** It asks to be left alone for a while. */
        BUSY,
        /** It says that it does not answer this. */
        REFUSED,
        TOO_LARGE,
        /** What it answers is not what its kind answers. */
        UNREADABLE,
        /** It leads where the platform must not ask. */
        ADDRESS_REFUSED,
        /** It leads to a line without encryption. */
        NOT_ENCRYPTED,
        /** It leads on and on. */
        REDIRECTED;

        /** Whether it may go better later. */
        boolean passes() {
            return switch (this) {
                case UNREACHABLE, BROKEN_OFF, TIMED_OUT, FAILED, BUSY -> true;
                case NOT_TRUSTED, REFUSED, TOO_LARGE, UNREADABLE, ADDRESS_REFUSED, NOT_ENCRYPTED, REDIRECTED -> false;
            };
        }
    }

    Broken(Why why, String detail) {
        this(why, detail, null);
    }

    Broken(Why why, String detail, @Nullable Duration wait) {
        super(detail);
        this.why = why;
        this.wait = wait;
    }

    Why why() {
        return why;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** For how long it asks to be left alone. */
    Optional<Duration> pause() {
        return Optional.ofNullable(wait);
    }
}
