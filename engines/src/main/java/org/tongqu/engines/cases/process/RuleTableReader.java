package org.tongqu.engines.cases.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tongqu.kernel.Outcome;

/**
 * Reads a decision table from a DMN file of version 1.3 or later. What is not evaluated is refused with its line, as with
 * processes. The elements are listed in {@code docs/processes.md}.
 */
public final class RuleTableReader {

    /** DMN 1.3, 1.4 and 1.5. */
    private static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    private static final Set<String> KNOWN =
            Set.of(("definitions decision decisionTable variable input inputExpression output defaultOutputEntry rule"
                            + " inputEntry outputEntry annotation annotationEntry text description extensionElements")
                    .split(" "));

    private static final Set<String> TYPES = Set.of("", "string", "number", "boolean", "Any");

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 20;

    private final Problems problems;

    /** One element with what is inside it. */
    private record Element(
            String name, Map<String, String> attributes, List<Element> children, int line, StringBuilder content) {

        String attribute(String key) {
            return attributes.getOrDefault(key, "").strip();
        }

        List<Element> all(String child) {
            return children.stream().filter(one -> one.name().equals(child)).toList();
        }

        String textOf(String child) {
            return all(child).stream()
                    .findFirst()
                    .map(one -> one.all("text").isEmpty()
                            ? one.content().toString().strip()
                            : one.all("text").getFirst().content().toString().strip())
                    .orElse("");
        }

        String text() {
            return all("text").isEmpty()
                    ? ""
                    : all("text").getFirst().content().toString().strip();
        }
    }

    private RuleTableReader(Problems problems) {
        this.problems = problems;
    }

    /** The elements that are read; all others are refused. */
    static Set<String> elements() {
        return KNOWN;
    }

    public static Outcome<RuleTable, List<ProcessProblem>> read(String fileName, byte[] dmn) {
        return new RuleTableReader(new Problems(fileName)).read(dmn, true);
    }

    /** Reads a table that cases were opened with: only what cannot be evaluated at all is refused. */
    public static Outcome<RuleTable, List<ProcessProblem>> readKept(String fileName, byte[] dmn) {
        return new RuleTableReader(Problems.ofKept(fileName)).read(dmn, false);
    }

    private Outcome<RuleTable, List<ProcessProblem>> read(byte[] dmn, boolean checked) {
        if (dmn.length > LARGEST) {
            problems.at(0, "", "too-large", String.valueOf(dmn.length), String.valueOf(LARGEST));
            return Outcome.refused(problems.inOrder());
        }
        var root = tree(dmn);
        if (root == null || !problems.allow()) {
            return Outcome.refused(problems.inOrder());
        }
        var decisions = root.all("decision");
        if (decisions.size() != 1 || decisions.getFirst().all("decisionTable").size() != 1) {
            problems.at(root.line(), "", "one-table", String.valueOf(decisions.size()));
            return Outcome.refused(problems.inOrder());
        }
        var decision = decisions.getFirst();
        var table = table(decision, decision.all("decisionTable").getFirst());
        if (checked && problems.isEmpty()) {
            understood(table, decision.all("decisionTable").getFirst());
        }
        return problems.allow() ? Outcome.done(table) : Outcome.refused(problems.inOrder());
    }

    private RuleTable table(Element decision, Element table) {
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
    private void understood(RuleTable table, Element drawn) {
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

    private @Nullable Element tree(byte[] dmn) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(dmn));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            problems.at(Math.max(0, line), "", "not-xml", Inventory.firstLine(broken.getMessage()));
            return null;
        }
    }

    private @Nullable Element tree(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayList<Element>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    problems.at(reader.getLocation().getLineNumber(), "", "doctype");
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = element(reader);
                    if (open.size() >= DEEPEST) {
                        problems.at(element.line(), "", "too-deep", String.valueOf(DEEPEST));
                        return null;
                    }
                    if (root == null && (!isDmn(reader) || !element.name().equals("definitions"))) {
                        problems.at(element.line(), "", "not-dmn", reader.getLocalName());
                        return null;
                    }
                    root = root == null ? element : root;
                    if (!open.isEmpty() && isDmn(reader)) {
                        open.getLast().children().add(element);
                        known(element);
                    }
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().content().append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    private void known(Element element) {
        if (!KNOWN.contains(element.name())) {
            problem(element, "table-element-unknown", element.name());
        }
        if (!Set.of("", "feel").contains(language(element))) {
            problem(element, "language-unknown", element.attribute("expressionLanguage"));
        }
    }

    private static String language(Element element) {
        var language = element.attribute("expressionLanguage");
        return language.matches("https://www\\.omg\\.org/spec/DMN/[0-9]+/FEEL/") ? "feel" : language;
    }

    private static boolean isDmn(XMLStreamReader reader) {
        return reader.getNamespaceURI() != null && DMN.contains(reader.getNamespaceURI());
    }

    private static Element element(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Element(
                reader.getLocalName(),
                attributes,
                new ArrayList<>(),
                reader.getLocation().getLineNumber(),
                new StringBuilder());
    }
}
