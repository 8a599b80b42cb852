package org.tongqu.platform.data.golden.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.linkage.Linkage;
import org.tongqu.engines.linkage.Rows;
import org.tongqu.engines.linkage.Weights;

/** Tells how much of the evidence is for the best record alone, as of two people of one name born on one day. */
final class Rivals {

    private final Linkage linkage;
    private final Weights weights;
    private final Rows own;
    private final int fields;
    private final List<Map<String, List<Integer>>> alike = new ArrayList<>();

    Rivals(Linkage linkage, Weights weights, Rows own, int fields) {
        this.linkage = linkage;
        this.weights = weights;
        this.own = own;
        this.fields = fields;
        for (int field = 0; field < fields; field++) {
            Map<String, List<Integer>> rows = new HashMap<>();
            for (int row = 0; row < own.size(); row++) {
                var value = own.value(row, field);
                if (!value.isEmpty()) {
                    rows.computeIfAbsent(value, any -> new ArrayList<>()).add(row);
                }
            }
            alike.add(rows);
        }
    }

    /** How likely it is this one, if it is one of those that are like it in any piece. */
    double share(int row, int best, double score) {
        Set<Integer> others = new HashSet<>();
        for (int field = 0; field < fields; field++) {
            others.addAll(alike.get(field).getOrDefault(own.value(best, field), List.of()));
        }
        others.remove(best);
        return 1
                / (1
                        + others.stream()
                                .mapToDouble(other -> Math.pow(
                                        2, linkage.explain(weights, row, other).score() - score))
                                .sum());
    }
}
