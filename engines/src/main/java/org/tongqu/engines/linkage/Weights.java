package org.tongqu.engines.linkage;

import java.io.Serializable;

/**
 * How much each level of agreement says.
 *
 * @param prior share of matches among all pairs
 * @param inMatches by field and {@link Level}: how often matches agree so far
 * @param byChance by field and level: how often other pairs do
 */
public record Weights(double prior, double[][] inMatches, double[][] byChance) implements Serializable {

    private static final double LOG_2 = Math.log(2);

    static double log2(double value) {
        return Math.log(value) / LOG_2;
    }

    /** In bits, for two being one when positive. */
    public double weight(int field, Level level) {
        return level == Level.MISSING ? 0 : log2(inMatches[field][level.ordinal()] / byChance[field][level.ordinal()]);
    }

    /** What two records have against them before anything is compared. */
    public double start() {
        return log2(prior / (1 - prior));
    }

    /** The probability that they are one. */
    public static double probability(double score) {
        return 1 / (1 + Math.exp(-score * LOG_2));
    }
}
