package org.tongqu.engines.linkage;

import java.util.HashMap;
import java.util.Map;

/** Gives each text a number from 1 on; what is empty has 0. */
final class Pool {

    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String text) {
        return text.isEmpty() ? 0 : numbers.computeIfAbsent(text, any -> numbers.size() + 1);
    }

    int size() {
        return numbers.size();
    }
}
