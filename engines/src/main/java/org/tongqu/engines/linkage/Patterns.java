package org.tongqu.engines.linkage;

/** The patterns of agreement that occur, and how often. */
final class Patterns {

    private final int[] codes;
    private final int[] counts;

    /** @param of the pattern of each candidate */
    Patterns(int[] of) {
        var sorted = of.clone();
        java.util.Arrays.parallelSort(sorted);
        var kinds = 0;
        for (int i = 0; i < sorted.length; i++) {
            kinds += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        codes = new int[kinds];
        counts = new int[kinds];
        var kind = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                codes[++kind] = sorted[i];
            }
            counts[kind]++;
        }
    }

    int size() {
        return codes.length;
    }

    int count(int pattern) {
        return counts[pattern];
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
