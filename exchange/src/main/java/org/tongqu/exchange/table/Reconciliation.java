package org.tongqu.exchange.table;

import java.util.List;

/**
 * What both sides hold, told by ranges of the key and, where these differ, by row.
 *
 * @param sourceRows rows of the source that may pass, in the form they have in the target
 * @param keptOut rows of the source that may not pass
 * @param differences up to {@link #MOST}; how many there are in all is not known when there are as many as that
 * @param sourceDigest the same as {@code targetDigest} exactly when no row differs
 */
public record Reconciliation(
        long sourceRows,
        long targetRows,
        long keptOut,
        List<Integer> differingRanges,
        List<Difference> differences,
        String sourceDigest,
        String targetDigest) {

    public static final int MOST = 1000;

    /** In which way a row is not the same on both sides. */
    public enum Kind {
        MISSING_IN_TARGET,
        ONLY_IN_TARGET,
        DIFFERENT
    }

    /** @param key as it is in the target, its columns joined by commas */
    public record Difference(Kind kind, String key) {}

    public Reconciliation {
        differingRanges = List.copyOf(differingRanges);
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return differingRanges.isEmpty();
    }
}
