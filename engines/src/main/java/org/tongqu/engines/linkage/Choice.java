package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The best pairs first, each row once.
 *
 * @param best numbers of candidates
 * @param sure so many of the first are taken without anybody looking
 */
record Choice(int[] best, int sure) {

    /** How many links may be wrong among those taken without anybody looking. */
    private static final double WRONG = 0.003;

    /** A pair that is not even so probable is looked at, however few of the others are wrong. */
    private static final double CLEARLY = 0.95;

    /** Less probable pairs are shown to nobody. */
    private static final double HARDLY = 0.05;

    /** @param pairs as {@link Blocking#pairs} has them @param left how many rows the left has */
    static Choice of(long[] pairs, double[] scores, int left, int right) {
        var isLeft = new boolean[left];
        var isRight = new boolean[right];
        var order = order(scores);
        var kept = new int[order.length];
        var count = 0;
        for (var i : order) {
            var one = Blocking.left(pairs[i]);
            var other = Blocking.right(pairs[i]);
            if (!isLeft[one] && !isRight[other]) {
                isLeft[one] = true;
                isRight[other] = true;
                kept[count++] = i;
            }
        }
        var best = Arrays.copyOf(kept, count);
        return new Choice(best, sure(best, scores));
    }

    /** Whether a pair is worth a thought. */
    static boolean isWorth(double score) {
        return score >= Weights.log2(HARDLY / (1 - HARDLY));
    }

    /** Candidates worth a thought, the best first, and of equals that which came first. */
    private static int[] order(double[] scores) {
        var worth = IntStream.range(0, scores.length)
                .filter(i -> isWorth(scores[i]))
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
}
