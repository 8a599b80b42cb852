package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives each text a number from 1 on, and another that is the same in every pool; what is empty has 0. */
final class Pool {

    private static final int BEGIN = 16;
    private static final long PRIME = 0x100000001B3L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private long[] marks = new long[BEGIN];

    int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var number = numbers.computeIfAbsent(text, any -> numbers.size() + 1);
        if (number == marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        if (marks[number] == 0) {
            marks[number] = mark(text);
        }
        return number;
    }

    /** Of a text that may not be there. */
    int find(String text) {
        return numbers.getOrDefault(text, 0);
    }

    /** What the text is known by in every pool. */
    long mark(int number) {
        return marks[number];
    }

    private static long mark(String text) {
        var mark = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            mark = (mark ^ text.charAt(i)) * PRIME;
        }
        return Column.mixed(mark);
    }

    int size() {
        return numbers.size();
    }
}
