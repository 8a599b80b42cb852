package org.tongqu.exchange.table;

import java.util.List;

/**
 * What both sides hold, told by ranges of the key and, where these differ, by row.
 *
 * @param sourceRows rows of the source that may pass, in the form they have in the target
 * @param keptOut rows of the source that may not pass
 * @param ranges those that differ
 * @param differences every row that differs in the ranges that were looked into
 * @param sourceDigest the same as {@code targetDigest} exactly when no row differs
 */
public record Reconciliation(
        long sourceRows,
        long targetRows,
        long keptOut,
        List<Range> ranges,
        List<Difference> differences,
        String sourceDigest,
        String targetDigest) {

    /** In which way a row is not the same on both sides. */
    public enum Kind {
        MISSING_IN_TARGET,
        ONLY_IN_TARGET,
        DIFFERENT,
        /** The source would send several rows with this key, and one can stand in the target. */
        TWICE_IN_SOURCE
    }

    /**
     * A range of the hashed key, of {@link KeyRanges#COUNT}.
     *
     * @param depth whether its rows are named; of ranges in which too much differs none is
     */
    public record Range(int number, Held source, Held target, Depth depth) {}

    /** How many rows of a range, and the sum of their hashes. */
    public record Held(long rows, long sum) {}

    /** How far a range was looked into. */
    public enum Depth {
        NAMED,
        COUNTED
    }

    /**
     * A row that differs.
     *
     * @param hash of its key, by which it is found again
     * @param key as it is in the target, cell by cell
     */
    public record Difference(Kind kind, long hash, List<String> key) {
        public Difference {
            key = List.copyOf(key);
        }

        /** In which of the ranges it is. */
        public int range() {
            return KeyRanges.range(hash);
        }

        /** Its cells joined by commas. */
        public String name() {
            return String.join(",", key);
        }
    }

    public Reconciliation {
        ranges = List.copyOf(ranges);
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return ranges.isEmpty();
    }
}
