package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.tongqu.engines.cases.process.DmnFile.Element;

/** Reads the table of one decision. */
final class RuleTableReader {

    private static final Set<String> TYPES = Set.of("", "string", "number", "boolean", "Any");

    private final Problems problems;

    RuleTableReader(Problems problems) {
        this.problems = problems;
    }

    RuleTable table(Element decision) {
        var table = drawn(decision);
        var id = decision.attribute("id");
        if (!id.matches("[a-z][a-zA-Z0-9]*")) {
            problem(decision, "table-id", id);
        }
        var inputs = new ArrayList<RuleTable.Input>();
        for (var input : table.all("input")) {
            inputs.add(input(input));
        }
        var outputs = new ArrayList<RuleTable.Output>();
        for (var output : table.all("output")) {
            outputs.add(output(output, outputs));
        }
        if (inputs.isEmpty() || outputs.isEmpty() || table.all("rule").isEmpty()) {
            problem(table, "table-empty");
        }
        var rules = new ArrayList<RuleTable.Rule>();
        for (var rule : table.all("rule")) {
            rules.add(rule(rule, rules.size() + 1, inputs.size(), outputs.size()));
        }
        var name = decision.attribute("name");
        return new RuleTable(id, name.isEmpty() ? id : name, hit(table), inputs, outputs, rules);
    }

    private RuleTable.Hit hit(Element table) {
        var policy = table.attribute("hitPolicy");
        var sums = table.attribute("aggregation");
        return switch (policy + sums) {
            case "", "UNIQUE" -> RuleTable.Hit.UNIQUE;
            case "ANY" -> RuleTable.Hit.ANY;
            case "FIRST" -> RuleTable.Hit.FIRST;
            case "RULE ORDER" -> RuleTable.Hit.RULE_ORDER;
            case "COLLECT" -> RuleTable.Hit.COLLECT;
            case "COLLECTSUM" -> RuleTable.Hit.SUM;
            case "COLLECTMIN" -> RuleTable.Hit.SMALLEST;
            case "COLLECTMAX" -> RuleTable.Hit.LARGEST;
            case "COLLECTCOUNT" -> RuleTable.Hit.COUNT;
            default -> {
                problem(table, "hit-policy-unknown", (policy + " " + sums).strip());
                yield RuleTable.Hit.UNIQUE;
            }
        };
    }

    private RuleTable.Input input(Element input) {
        var expression = input.all("inputExpression");
        var text = input.textOf("inputExpression");
        if (expression.size() != 1 || text.isEmpty()) {
            problem(input, "input-empty");
        } else {
            type(expression.getFirst());
        }
        var label = input.attribute("label");
        return new RuleTable.Input(label.isEmpty() ? text : label, Feel.value(text.isEmpty() ? "null" : text));
    }

    private RuleTable.Output output(Element output, List<RuleTable.Output> before) {
        var name = output.attribute("name");
        if (!name.matches("[a-z][a-zA-Z0-9]*")
                || before.stream().anyMatch(other -> other.name().equals(name))) {
            problem(output, "output-name", name);
        }
        type(output);
        var label = output.attribute("label");
        var otherwise = output.textOf("defaultOutputEntry");
        return new RuleTable.Output(
                name, label.isEmpty() ? name : label, Feel.value(otherwise.isEmpty() ? "null" : otherwise));
    }

    private void type(Element element) {
        if (!TYPES.contains(element.attribute("typeRef"))) {
            problem(element, "type-unknown", element.attribute("typeRef"));
        }
    }

    private RuleTable.Rule rule(Element rule, int number, int inputs, int outputs) {
        var tests = rule.all("inputEntry").stream()
                .map(cell -> Feel.test(cell.text()))
                .toList();
        var answers = rule.all("outputEntry").stream()
                .map(cell -> Feel.value(cell.text().isEmpty() ? "null" : cell.text()))
                .toList();
        if (tests.size() != inputs || answers.size() != outputs) {
            problem(rule, "rule-cells", String.valueOf(number));
        }
        var notes = new ArrayList<String>();
        rule.all("annotationEntry").forEach(note -> notes.add(note.text()));
        notes.add(rule.textOf("description"));
        notes.removeIf(String::isEmpty);
        return new RuleTable.Rule(
                rule.attribute("id"), number, padded(tests, inputs), padded(answers, outputs), String.join(" ", notes));
    }

    /** A kept table with a row too short answers nothing there instead of failing. */
    private static List<Feel> padded(List<Feel> cells, int size) {
        var padded = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
        padded.addAll(Collections.nCopies(size - padded.size(), Feel.value("null")));
        return padded;
    }

    /** Every cell must be FEEL, and answer from the facts alone. */
    void understood(RuleTable table, Element decision) {
        var drawn = drawn(decision);
        for (int i = 0; i < table.inputs().size(); i++) {
            cell(table.inputs().get(i).asks(), drawn.all("input").get(i));
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            cell(table.outputs().get(i).otherwise(), drawn.all("output").get(i));
        }
        for (int i = 0; i < table.rules().size(); i++) {
            var rule = table.rules().get(i);
            var row = drawn.all("rule").get(i);
            for (int j = 0; j < rule.tests().size(); j++) {
                cell(rule.tests().get(j), row.all("inputEntry").get(j));
            }
            for (int j = 0; j < rule.answers().size(); j++) {
                cell(rule.answers().get(j), row.all("outputEntry").get(j));
            }
        }
    }

    private void cell(Feel feel, Element place) {
        if (feel.isImpure()) {
            problem(place, "feel-impure", feel.text());
        } else {
            feel.flaw().ifPresent(flaw -> problem(place, "feel-unreadable", feel.text(), flaw));
        }
    }

    private void problem(Element element, String code, String... args) {
        problems.at(element.line(), element.attribute("id"), code, args);
    }

    private static Element drawn(Element decision) {
        return decision.all("decisionTable").getFirst();
    }
}
