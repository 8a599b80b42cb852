package org.tongqu.platform.data.space.internal;

import java.util.ArrayList;
import java.util.List;

/** Conditions of a statement that all hold, of constant texts, with their values. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Where and(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
        return this;
    }

    String text() {
        return String.join(" AND ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
