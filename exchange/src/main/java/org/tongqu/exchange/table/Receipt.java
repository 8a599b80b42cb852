package org.tongqu.exchange.table;

import java.time.Instant;

/**
 * What a run did, as the target side can prove it: {@code read} is always {@code written + setAside}.
 *
 * @param ranges what was written, by ranges of the key
 */
public record Receipt(
        String flow,
        long run,
        Mode mode,
        End end,
        long read,
        long written,
        long setAside,
        Instant started,
        Instant ended,
        KeyRanges ranges,
        Span span) {

    /** How it ended. */
    public enum End {
        COMPLETE,
        /** It was told not to go on; the next run goes on behind the last row. */
        STOPPED
    }
}
