package org.tongqu.engines.linkage;

/**
 * Estimates how often fields agree by chance from pairs drawn at random, and how often in matches by expectation and
 * maximisation over the patterns of all candidates. Matches are taken to be a share of all pairs, not of the candidates: so
 * what blocking selected for says nothing in itself.
 */
final class Estimation {

    private static final int ROUNDS = 60;
    private static final double STILL = 1e-7;
    private static final double LEAST = 1e-9;
    private static final double AGREES = 0.9;

    private final LinkagePlan plan;
    private final int fields;
    private final double all;
    private final double[][] chance;
    private final double[][] drawn;
    private double[][] matches;
    private final double most;
    private double prior;
    private double least = LEAST;

    Estimation(LinkagePlan plan, int left, int right) {
        this.plan = plan;
        this.fields = plan.fields().size();
        this.all = (double) left * right;
        this.chance = new double[fields][Column.LEVELS];
        this.drawn = new double[fields][Column.LEVELS];
        this.matches = new double[fields][Column.LEVELS];
        // Each row is matched once at most.
        this.most = Math.min(1.0 / 2, Math.min(left, right) / all);
        this.prior = most / 2;
    }

    /** @param patterns of the candidates @param random those of pairs drawn at random */
    Weights estimate(Patterns patterns, Patterns random) {
        draw(random);
        begin();
        for (int round = 0; round < ROUNDS; round++) {
            withoutMatches();
            if (improve(patterns) < STILL) {
                break;
            }
        }
        return new Weights(prior, matches, chance);
    }

    private void draw(Patterns random) {
        for (int i = 0; i < random.size(); i++) {
            for (int field = 0; field < fields; field++) {
                drawn[field][random.level(i, field)] += random.count(i);
            }
        }
        for (var levels : drawn) {
            share(levels);
        }
        // What was not met once may be as frequent as half a time.
        least = 1.0 / 2 / random.all();
    }

    /** Shares among those that are known, none of them nothing. */
    private static void share(double[] levels) {
        var sum = 0.0;
        for (int level = 1; level < levels.length; level++) {
            sum += levels[level];
        }
        for (int level = 1; level < levels.length; level++) {
            levels[level] = Math.max(LEAST, sum == 0 ? LEAST : levels[level] / sum);
        }
    }

    private void begin() {
        for (int field = 0; field < fields; field++) {
            for (int level = 1; level < Column.LEVELS; level++) {
                matches[field][level] = level == Level.EQUAL.ordinal() ? AGREES : (1 - AGREES) / (Column.LEVELS - 2);
            }
        }
    }

    /** Among pairs drawn at random there are matches too: they are taken out. */
    private void withoutMatches() {
        for (int field = 0; field < fields; field++) {
            for (int level = 1; level < Column.LEVELS; level++) {
                chance[field][level] =
                        Math.max(least, (drawn[field][level] - prior * matches[field][level]) / (1 - prior));
            }
        }
    }

    /** @return how far the shares moved */
    private double improve(Patterns patterns) {
        var next = new double[fields][Column.LEVELS];
        var expected = 0.0;
        for (int i = 0; i < patterns.size(); i++) {
            var share = patterns.count(i) * Weights.probability(score(patterns, i));
            expected += share;
            for (int field = 0; field < fields; field++) {
                next[field][patterns.level(i, field)] += share;
            }
        }
        var moved = 0.0;
        for (int field = 0; field < fields; field++) {
            share(next[field]);
            bound(next[field], Column.slips(plan.fields().get(field).evidence()));
            for (int level = 1; level < Column.LEVELS; level++) {
                moved = Math.max(moved, Math.abs(next[field][level] - matches[field][level]));
            }
        }
        matches = next;
        prior = Math.clamp(expected / all, LEAST * LEAST, most);
        return moved;
    }

    private static void bound(double[] levels, double slips) {
        var similar = Level.SIMILAR.ordinal();
        var bound = (levels[Level.EQUAL.ordinal()] + levels[Level.VARIANT.ordinal()]) * slips;
        if (levels[similar] > bound) {
            levels[similar] = bound;
            share(levels);
        }
    }

    private double score(Patterns patterns, int pattern) {
        var score = Weights.log2(prior / (1 - prior));
        for (int field = 0; field < fields; field++) {
            var level = patterns.level(pattern, field);
            if (level > 0) {
                score += Weights.log2(matches[field][level] / chance[field][level]);
            }
        }
        return score;
    }
}
