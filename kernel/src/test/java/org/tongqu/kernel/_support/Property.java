package org.tongqu.kernel._support;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Checks a claim for many random cases; a failure says how to see the same case again. */
public final class Property {

    private static final long FIRST = 20_261_122;
    private static final int MANY = 50;

    private Property() {}

    /**
     * Runs the claim with a random source of its own each time; the same ones in every run, so that a change is judged
     * by what it changed. {@code -Dproperty.seed=any} looks at others and many more of them, {@code -Dproperty.seed=…}
     * at exactly that one.
     */
    public static void holds(int runs, Consumer<SplittableRandom> claim) {
        var given = System.getProperty("property.seed", "");
        switch (given) {
            case "" -> check(FIRST, runs, claim);
            case "any" -> check(System.nanoTime(), runs * MANY, claim);
            default -> check(Long.parseLong(given), claim);
        }
    }

    private static void check(long first, int runs, Consumer<SplittableRandom> claim) {
        for (int run = 0; run < runs; run++) {
            check(first + run, claim);
        }
    }

    private static void check(long seed, Consumer<SplittableRandom> claim) {
        try {
            claim.accept(new SplittableRandom(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("repeat with -Dproperty.seed=" + seed + ": " + failure.getMessage(), failure);
        }
    }
}
