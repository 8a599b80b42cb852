package org.tongqu.kernel._support;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Checks a claim for many random cases; a failure says how to see the same case again. */
public final class Property {

    private Property() {}

    /**
     * Runs the claim with a random source of its own each time. With {@code -Dproperty.seed=…} it runs once, with
     * exactly that seed.
     */
    public static void holds(int runs, Consumer<SplittableRandom> claim) {
        var given = Long.getLong("property.seed");
        if (given != null) {
            check(given, claim);
            return;
        }
        var first = System.nanoTime();
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
