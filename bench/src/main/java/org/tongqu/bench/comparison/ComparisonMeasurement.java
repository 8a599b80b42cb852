package org.tongqu.bench.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.Workshop;

/**
 * Two tables of two million rows compared by identifier, turn by turn with PostgreSQL's own hash join of them; and two lists
 * of two hundred thousand people linked by evidence, in which it is known who is who.
 */
public final class ComparisonMeasurement implements Measurement {

    private static final long FIRST_SEED = 20_261_123;

    @Override
    public String name() {
        return "compare";
    }

    /** What was asked for. */
    private record Asked(int rows, int rounds, int people, List<Long> seeds) {}

    private static Asked asked(List<String> arguments) {
        var rows = 2_000_000;
        var rounds = 5;
        var people = 200_000;
        List<Long> seeds = new ArrayList<>();
        for (var argument : arguments) {
            var said = argument.split("=", 2);
            var number = said.length == 2 ? Long.parseLong(said[1]) : 0;
            switch (said[0]) {
                case "--rows" -> rows = (int) number;
                case "--rounds" -> rounds = (int) number;
                case "--people" -> people = (int) number;
                case "--seed" -> seeds.add(number);
                default -> throw new IllegalArgumentException("Unknown: " + argument);
            }
        }
        return new Asked(rows, rounds, people, seeds.isEmpty() ? List.of(FIRST_SEED, 1L, 2L) : List.copyOf(seeds));
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var asked = asked(arguments);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", asked.rows());
        figures.putAll(new ExactMeasurement(asked.rows(), asked.rounds()).measure(bench));
        figures.put("people", asked.people());
        var slowest = 0.0;
        var recall = 1.0;
        var precision = 1.0;
        for (var seed : asked.seeds()) {
            var found = new LinkageMeasurement(seed, asked.people()).measure(bench::say);
            slowest = Math.max(slowest, found.seconds());
            recall = Math.min(recall, found.recall());
            precision = Math.min(precision, found.precision());
        }
        figures.put("seeds", asked.seeds());
        figures.put("linkage_s", Math.round(slowest * 10) / 10.0);
        figures.put("recall", Math.floor(recall * 10_000) / 10_000);
        figures.put("precision", Math.floor(precision * 10_000) / 10_000);
        figures.put("goal", Map.of("join_ratio", 1.0, "linkage_s", 60, "recall", 0.98, "precision", 0.99));
        return figures;
    }
}
