package org.tongqu.engines.linkage;

import java.util.List;
import java.util.stream.IntStream;

/** All fields of both lists. */
record Columns(List<Column> list, int left, int right) {

    static Columns of(LinkagePlan plan, Rows left, Rows right) {
        return new Columns(
                IntStream.range(0, plan.fields().size())
                        .mapToObj(field -> Column.of(plan.fields().get(field).evidence(), left, right, field))
                        .toList(),
                left.size(),
                right.size());
    }

    int level(int field, int one, int other) {
        return list.get(field).level(one, other);
    }

    /** The levels of all fields as one number. */
    int pattern(int one, int other) {
        var pattern = 0;
        for (int field = list.size() - 1; field >= 0; field--) {
            pattern = pattern * Column.LEVELS + level(field, one, other);
        }
        return pattern;
    }
}
