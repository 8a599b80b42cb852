package org.tongqu.engines.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who stands where, the best first; equal totals share a place. */
public record Ranking(List<Place> places) {

    public Ranking {
        places = List.copyOf(places);
    }

    public record Place(String subject, BigDecimal total, int place) {}

    /** @param sheets by subject; who has no total has no place */
    public static Ranking of(Map<String, Sheet> sheets) {
        var totals = new HashMap<String, BigDecimal>();
        sheets.forEach((subject, sheet) -> sheet.total().ifPresent(total -> totals.put(subject, total)));
        return byTotals(totals);
    }

    /** @param totals by subject */
    public static Ranking byTotals(Map<String, BigDecimal> totals) {
        var sorted = totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var places = new ArrayList<Place>();
        for (var next : sorted) {
            boolean equal = !places.isEmpty() && places.getLast().total().compareTo(next.getValue()) == 0;
            places.add(new Place(
                    next.getKey(), next.getValue(), equal ? places.getLast().place() : places.size() + 1));
        }
        return new Ranking(places);
    }
}
