package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The patterns of agreement that occur, and how often, in their order. */
final class Patterns {

    private final int[] codes;
    private final long[] counts;

    private Patterns(int[] codes, long[] counts) {
        this.codes = codes;
        this.counts = counts;
    }

    /** @param patterns of each pair */
    static Patterns of(int[] patterns) {
        var sorted = patterns.clone();
        Arrays.parallelSort(sorted);
        var kinds = 0;
        for (int i = 0; i < sorted.length; i++) {
            kinds += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        var codes = new int[kinds];
        var counts = new long[kinds];
        var kind = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                codes[++kind] = sorted[i];
            }
            counts[kind]++;
        }
        return new Patterns(codes, counts);
    }

    /** Counted elsewhere. */
    static Patterns of(Map<Integer, Long> counted) {
        var sorted = new TreeMap<>(counted);
        return new Patterns(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToLong(Long::longValue).toArray());
    }

    int size() {
        return codes.length;
    }

    long count(int pattern) {
        return counts[pattern];
    }

    long all() {
        return Arrays.stream(counts).sum();
    }

    int level(int pattern, int field) {
        return levelOf(codes[pattern], field);
    }

    static int levelOf(int code, int field) {
        var rest = code;
        for (int i = 0; i < field; i++) {
            rest /= Column.LEVELS;
        }
        return rest % Column.LEVELS;
    }
}
