package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * What a step of a process asks: a decision table, and before it those whose answers it needs (decision requirements
 * graph of DMN). Immutable; one instance serves every case.
 *
 * @param steps each after those it needs; the last is the one that was asked for
 */
public record RuleGraph(List<Step> steps) {

    /** One table of the graph. */
    public record Step(RuleTable table, List<Need> needs) {
        public Step {
            needs = List.copyOf(needs);
        }
    }

    /**
     * An answer that a table finds beside the facts of the case. Where its decision has one column that answers, it is
     * what that says; where it has several, they stand in it by their names.
     *
     * @param name by which expressions ask for it; a fact of the same name is hidden
     * @param decision whose answer it is
     */
    public record Need(String name, String decision) {}

    /** What one table of the graph says. */
    public record Decided(RuleTable table, RuleTable.Verdict verdict) {}

    /** The table whose rows contradict each other. */
    public record Clash(RuleTable table, List<Integer> rules) {
        public Clash {
            rules = List.copyOf(rules);
        }
    }

    public RuleGraph {
        steps = List.copyOf(steps);
    }

    /** The decision that a step asks for by this id. */
    public String id() {
        return asked().id();
    }

    /** The table whose answer is asked for. */
    public RuleTable asked() {
        return steps.getLast().table();
    }

    /** What every table says, in the order they were asked; nothing of it counts where rows contradict each other. */
    public Outcome<List<Decided>, Clash> decide(Datum.Fields known) {
        var answers = new HashMap<String, Datum>();
        var all = new ArrayList<Decided>();
        for (var step : steps) {
            var table = step.table();
            switch (table.decide(known(known, step, answers))) {
                case Outcome.Done<RuleTable.Verdict, RuleTable.Conflict>(var verdict) -> {
                    answers.put(table.id(), value(table, verdict));
                    all.add(new Decided(table, verdict));
                }
                case Outcome.Refused<RuleTable.Verdict, RuleTable.Conflict>(var conflict) -> {
                    return Outcome.refused(new Clash(table, conflict.rules()));
                }
            }
        }
        return Outcome.done(List.copyOf(all));
    }

    private static Datum.Fields known(Datum.Fields facts, Step step, Map<String, Datum> answers) {
        if (step.needs().isEmpty()) {
            return facts;
        }
        var known = new LinkedHashMap<>(facts.values());
        for (var need : step.needs()) {
            known.put(need.name(), answers.getOrDefault(need.decision(), Datum.nothing()));
        }
        return new Datum.Fields(known);
    }

    private static Datum value(RuleTable table, RuleTable.Verdict verdict) {
        return table.outputs().size() == 1
                ? verdict.answer().at(table.outputs().getFirst().name())
                : verdict.answer();
    }
}
