package org.tongqu.engines.cases.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * A decision table of DMN, which answers from nothing but what a case knows. Immutable; one instance serves every case.
 *
 * @param id by which steps of a process ask for it; its answer is the fact {@code rules.ID}
 * @param name as its author called it
 */
public record RuleTable(String id, String name, Hit hit, List<Input> inputs, List<Output> outputs, List<Rule> rules) {

    /** What is done when several rules match. */
    public enum Hit {
        /** Only one may. */
        UNIQUE,
        /** They may when they say the same. */
        ANY,
        /** The first in the order of the file counts. */
        FIRST,
        /** All count, in the order of the file. */
        RULE_ORDER,
        COLLECT,
        /** All count; their numbers are added up. */
        SUM,
        SMALLEST,
        LARGEST,
        COUNT
    }

    /** A column that asks. */
    public record Input(String label, Feel asks) {}

    /** A column that answers. */
    public record Output(String name, String label, Feel otherwise) {}

    /** @param note what its author wrote beside it, e.g. the article of a law */
    public record Rule(String id, int number, List<Feel> tests, List<Feel> answers, String note) {
        public Rule {
            tests = List.copyOf(tests);
            answers = List.copyOf(answers);
        }
    }

    /**
     * What the table says, and by what.
     *
     * @param asked what each column found
     * @param matched the rules that count, none where only the defaults do
     * @param answer by the names of the outputs
     */
    public record Verdict(List<Found> asked, List<Matched> matched, Datum.Fields answer) {
        public Verdict {
            asked = List.copyOf(asked);
            matched = List.copyOf(matched);
        }
    }

    /** What a column found in the facts. Kept in events: names are never changed. */
    public record Found(String label, String value) {}

    /**
     * A rule that counts. Kept in events: names are never changed.
     *
     * @param text the row in words
     * @param note what its author wrote beside it
     */
    public record Matched(String id, int number, String text, String note) {}

    /** More than one rule matches where that is not foreseen. */
    public record Conflict(List<Integer> rules) {
        public Conflict {
            rules = List.copyOf(rules);
        }
    }

    private record Hits(Rule rule, List<Datum> answers) {}

    public RuleTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    public Outcome<Verdict, Conflict> decide(Datum.Fields known) {
        var facts = Feel.Facts.of(known);
        var values = inputs.stream().map(input -> input.asks().valueIn(facts)).toList();
        var hits = new ArrayList<Hits>();
        for (var rule : rules) {
            if (matches(rule, values, facts)) {
                hits.add(new Hits(
                        rule,
                        rule.answers().stream().map(one -> one.valueIn(facts)).toList()));
                if (hit == Hit.FIRST) {
                    break;
                }
            }
        }
        var same = hits.stream().map(Hits::answers).distinct().count() <= 1;
        if (hits.size() > 1 && (hit == Hit.UNIQUE || hit == Hit.ANY && !same)) {
            return Outcome.refused(
                    new Conflict(hits.stream().map(one -> one.rule().number()).toList()));
        }
        return Outcome.done(new Verdict(
                found(values), hits.stream().map(one -> matched(one.rule())).toList(), answer(hits, facts)));
    }

    private boolean matches(Rule rule, List<Datum> values, Feel.Facts facts) {
        for (int i = 0; i < values.size(); i++) {
            if (!rule.tests().get(i).holds(values.get(i), facts)) {
                return false;
            }
        }
        return true;
    }

    private List<Found> found(List<Datum> values) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < values.size(); i++) {
            found.add(new Found(inputs.get(i).label(), shown(values.get(i))));
        }
        return found;
    }

    private static String shown(Datum value) {
        return switch (value) {
            case Datum.Nothing nothing -> "";
            case Datum.Text(var text) -> text;
            default -> value.canonical();
        };
    }

    private Matched matched(Rule rule) {
        var text = new ArrayList<String>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!rule.tests().get(i).isAnything()) {
                text.add(inputs.get(i).label() + " " + rule.tests().get(i).text());
            }
        }
        var says = new ArrayList<String>();
        for (int i = 0; i < outputs.size(); i++) {
            says.add(outputs.get(i).label() + " " + rule.answers().get(i).text());
        }
        return new Matched(
                rule.id(), rule.number(), String.join("; ", text) + " → " + String.join("; ", says), rule.note());
    }

    private Datum.Fields answer(List<Hits> hits, Feel.Facts facts) {
        var answer = new LinkedHashMap<String, Datum>();
        for (int i = 0; i < outputs.size(); i++) {
            var column = i;
            var all = hits.stream().map(one -> one.answers().get(column)).toList();
            answer.put(
                    outputs.get(i).name(),
                    all.isEmpty() && hit != Hit.COUNT
                            ? outputs.get(i).otherwise().valueIn(facts)
                            : together(all));
        }
        return new Datum.Fields(answer);
    }

    private Datum together(List<Datum> all) {
        return switch (hit) {
            case UNIQUE, ANY, FIRST -> all.getFirst();
            case RULE_ORDER, COLLECT -> Datum.of(all);
            case COUNT -> Datum.of(all.size());
            case SUM -> Datum.of(numbers(all).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case SMALLEST ->
                numbers(all).stream().reduce(BigDecimal::min).map(Datum::of).orElse(Datum.nothing());
            case LARGEST ->
                numbers(all).stream().reduce(BigDecimal::max).map(Datum::of).orElse(Datum.nothing());
        };
    }

    private static List<BigDecimal> numbers(List<Datum> all) {
        return all.stream().flatMap(one -> one.number("").stream()).collect(Collectors.toList());
    }
}
