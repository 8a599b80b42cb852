package org.tongqu.engines.linkage;

import java.util.SplittableRandom;

/** Pairs drawn at random, the same for the same seed and lists of the same length. */
record Draws(long seed, int left, int right) {

    private static final int MOST = 2_000_000;
    private static final int LEAST = 100_000;
    private static final int OF_EACH = 10;

    /** Takes a pair. */
    interface Taker {
        void take(int number, int left, int right);
    }

    int count() {
        return (int) Math.clamp(OF_EACH * ((long) left + right), LEAST, MOST);
    }

    void each(Taker taker) {
        var random = new SplittableRandom(seed);
        var count = count();
        for (int i = 0; i < count; i++) {
            taker.take(i, random.nextInt(left), random.nextInt(right));
        }
    }

    int[] patterns(Columns columns) {
        var patterns = new int[count()];
        each((number, one, other) -> patterns[number] = columns.pattern(one, other));
        return patterns;
    }
}
