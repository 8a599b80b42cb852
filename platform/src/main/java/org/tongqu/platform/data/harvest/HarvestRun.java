package org.tongqu.platform.data.harvest;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.platform.data.catalog.Coded;

/**
 * One reading of a source from its beginning to its end, however often it was interrupted.
 *
 * @param cursor behind the last page that is kept
 * @param expected how many records the source says that it has
 * @param by who began it, {@code system} for the schedule
 */
public record HarvestRun(
        long id,
        long source,
        State state,
        Times times,
        String by,
        String cursor,
        OptionalLong expected,
        Counts counts,
        Halt halt) {

    public enum State implements Coded {
        RUNNING,
        DONE,
        BROKEN
    }

    /** @param resume when it goes on; passed when it is being read now */
    public record Times(Instant started, Optional<Instant> ended, Instant resume) {}

    public record Counts(long read, long fresh, long changed, long unchanged, long rejected, long gone) {
        public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    fresh + other.fresh,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    rejected + other.rejected,
                    gone + other.gone);
        }
    }

    /** Why it stands still or broke off; empty when it does not. @param attempts how often since the last page */
    public record Halt(String reason, String detail, int attempts) {}
}
