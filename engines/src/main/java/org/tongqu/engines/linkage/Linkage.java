package org.tongqu.engines.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Links two lists by a plan. */
public final class Linkage {

    /** How many links may be wrong among those taken without anybody looking. */
    private static final double WRONG = 0.003;

    /** A pair that is not even so probable is looked at, however few of the others are wrong. */
    private static final double CLEARLY = 0.95;

    /** Less probable pairs are shown to nobody. */
    private static final double HARDLY = 0.05;

    private final LinkagePlan plan;
    private final Columns columns;

    /** Prepares two lists. */
    public Linkage(LinkagePlan plan, Rows left, Rows right) {
        this.plan = plan;
        this.columns = Columns.of(plan, left, right);
    }

    /** @param seed for the pairs drawn at random */
    public Linked link(long seed) {
        var pairs = new Blocking(columns.list(), columns.left(), columns.right()).pairs(plan.blocks());
        var patterns = new int[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> patterns[i] = columns.pattern(left(pairs[i]), right(pairs[i])));
        var weights = new Estimation(plan.fields().size(), columns.left(), columns.right())
                .estimate(new Patterns(patterns), columns, seed);
        var scores = new double[pairs.length];
        IntStream.range(0, pairs.length)
                .parallel()
                .forEach(i -> scores[i] = score(weights, patterns[i], left(pairs[i])));
        return resolved(pairs, scores, weights);
    }

    private static int left(long pair) {
        return (int) (pair >>> 32);
    }

    private static int right(long pair) {
        return (int) pair;
    }

    private double score(Weights weights, int pattern, int row) {
        var score = weights.start();
        for (int field = 0; field < plan.fields().size(); field++) {
            score += weight(weights, field, Patterns.levelOf(pattern, field), row);
        }
        return score;
    }

    /** A rare value that agrees says more than a common one. */
    private double weight(Weights weights, int field, int level, int row) {
        var weight = weights.weight(field, Level.values()[level]);
        return level >= Level.VARIANT.ordinal()
                ? weight - Weights.log2(columns.list().get(field).rarity(row))
                : weight;
    }

    /** The best pairs first, each row once. */
    private Linked resolved(long[] pairs, double[] scores, Weights weights) {
        var least = Weights.log2(HARDLY / (1 - HARDLY));
        var order = order(scores, least);
        var isLeft = new boolean[columns.left()];
        var isRight = new boolean[columns.right()];
        var kept = new int[order.length];
        var count = 0;
        for (var i : order) {
            if (!isLeft[left(pairs[i])] && !isRight[right(pairs[i])]) {
                isLeft[left(pairs[i])] = true;
                isRight[right(pairs[i])] = true;
                kept[count++] = i;
            }
        }
        var best = Arrays.copyOf(kept, count);
        var sure = sure(best, scores);
        return new Linked(
                Arrays.stream(best).map(i -> left(pairs[i])).toArray(),
                Arrays.stream(best).map(i -> right(pairs[i])).toArray(),
                Arrays.stream(best).mapToDouble(i -> scores[i]).toArray(),
                sure,
                count - sure,
                pairs.length,
                weights);
    }

    /** Candidates worth a thought, the best first, and of equals that which came first. */
    private static int[] order(double[] scores, double least) {
        var worth = IntStream.range(0, scores.length)
                .filter(i -> scores[i] >= least)
                .toArray();
        var keys = new long[worth.length];
        for (int i = 0; i < worth.length; i++) {
            // Higher scores first: thousandths of a bit above, the number of the candidate below.
            keys[i] = (long) Math.round(-scores[worth[i]] * 1000) << 32 | worth[i];
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** How many of the first may be taken so that no more than a few of them are expected to be wrong. */
    private static int sure(int[] best, double[] scores) {
        var wrong = 0.0;
        var sure = 0;
        for (int i = 0; i < best.length; i++) {
            var probability = Weights.probability(scores[best[i]]);
            wrong += 1 - probability;
            if (probability >= CLEARLY && wrong <= WRONG * (i + 1)) {
                sure = i + 1;
            }
        }
        return sure;
    }

    /** Why two rows scored as they did. */
    public Explained explain(Weights weights, int left, int right) {
        List<Explained.Piece> pieces = new ArrayList<>();
        for (int field = 0; field < plan.fields().size(); field++) {
            var level = columns.level(field, left, right);
            pieces.add(new Explained.Piece(
                    plan.fields().get(field).name(), Level.values()[level], weight(weights, field, level, left)));
        }
        return new Explained(weights.start(), pieces);
    }
}
