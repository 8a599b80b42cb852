package org.tongqu.platform.data.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.platform.data.catalog.Coded;

/**
 * Both sides of a flow laid side by side.
 *
 * @param agreement under which both were read
 * @param read how far it came
 * @param found empty until it is complete
 * @param by who asked for it
 */
public record Comparison(
        long id,
        String flow,
        String agreement,
        State state,
        Reason reason,
        Read read,
        Optional<Found> found,
        String by,
        Instant started,
        Optional<Instant> ended) {

    /** How it stands. */
    public enum State implements Coded {
        RUNNING,
        COMPLETE,
        /** Told to: by what was done to the agreement, or to the flow. */
        STOPPED,
        REFUSED,
        FAILED,
        /** The program ended under it. */
        CUT_SHORT
    }

    /** In which way a row differs, as {@link org.tongqu.exchange.table.Reconciliation.Kind} says. */
    public enum Kind implements Coded {
        MISSING_IN_TARGET,
        DIFFERENT,
        ONLY_IN_TARGET,
        TWICE_IN_SOURCE;

        /** Whether sending it again brings both sides together. */
        public boolean isMendedBySending() {
            return this == MISSING_IN_TARGET || this == DIFFERENT;
        }
    }

    /** Rows read so far; where ranges differ they are read twice. */
    public record Read(long source, long target) {}

    /**
     * What came of it.
     *
     * @param keptOut rows of the source that rules do not let pass
     * @param counts of the rows that are named; none any more when a later comparison of the flow was completed
     * @param ranges that differ; none any more as well
     * @param sentBy the run that sent the differing rows again
     */
    public record Found(
            Side source, Side target, long keptOut, Map<Kind, Long> counts, Ranges ranges, OptionalLong sentBy) {
        public Found {
            counts = Map.copyOf(counts);
        }

        public boolean isEqual() {
            return source.digest().equals(target.digest());
        }

        /** Whether sending again would mend anything. */
        public boolean isMendable() {
            return ranges.unnamed() > 0
                    || counts.entrySet().stream()
                            .anyMatch(entry -> entry.getKey().isMendedBySending() && entry.getValue() > 0);
        }
    }

    /** What one side holds. @param digest the same on both sides exactly when no row differs */
    public record Side(long rows, String digest) {}

    /** How many ranges. @param unnamed those in which too much differs to name each row */
    public record Ranges(int differing, int unnamed) {}

    /** A range that differs. @param hash of its rows, as each side has them */
    public record Range(int number, Held source, Held target, boolean isNamed) {}

    /** What one side holds of a range. */
    public record Held(long rows, String hash) {}

    /** A row that differs. @param key covered where it tells who somebody is */
    public record Difference(int number, Kind kind, int range, String key) {}
}
