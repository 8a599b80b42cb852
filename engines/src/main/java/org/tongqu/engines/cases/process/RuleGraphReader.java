package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.cases.process.DmnFile.Element;
import org.tongqu.kernel.Outcome;

/**
 * Reads the decisions of a DMN file of version 1.3 or later, and which of them need the answers of others. What is not
 * evaluated is refused with its line, as with processes. The elements are listed in {@code docs/processes.md}.
 */
public final class RuleGraphReader {

    /** As an expression can ask for it. */
    private static final String NAME = "[a-z][a-zA-Z0-9]*";

    private static final int MOST = 100;

    private final Problems problems;
    private final Map<String, Drawn> decisions = new LinkedHashMap<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();

    /**
     * A decision as the file has it.
     *
     * @param name by which others ask for its answer
     * @param needs the decisions it requires, by the name their answers have
     * @param asks the names of the input data it requires
     */
    private record Drawn(Element element, String name, RuleTable table, Map<String, String> needs, Set<String> asks) {}

    private RuleGraphReader(Problems problems) {
        this.problems = problems;
    }

    /** Each decision of the file with those it needs. */
    public static Outcome<List<RuleGraph>, List<ProcessProblem>> read(String fileName, byte[] dmn) {
        return new RuleGraphReader(new Problems(fileName)).read(dmn, true);
    }

    /** Reads a file that cases were opened with: only what cannot be evaluated at all is refused. */
    public static Outcome<List<RuleGraph>, List<ProcessProblem>> readKept(String fileName, byte[] dmn) {
        return new RuleGraphReader(Problems.ofKept(fileName)).read(dmn, false);
    }

    private Outcome<List<RuleGraph>, List<ProcessProblem>> read(byte[] dmn, boolean checked) {
        var root = new DmnFile(problems).root(dmn);
        if (root == null || !problems.allow() || !hasTables(root)) {
            return Outcome.refused(problems.inOrder());
        }
        root.all("inputData").forEach(this::inputData);
        root.all("decision").forEach(this::decision);
        decisions.values().forEach(this::requirements);
        var ordered = ordered();
        if (checked && problems.isEmpty()) {
            decisions.values().forEach(this::understood);
        }
        return problems.allow()
                ? Outcome.done(ordered.stream()
                        .map(one -> new RuleGraph(behind(one, ordered)))
                        .toList())
                : Outcome.refused(problems.inOrder());
    }

    private boolean hasTables(Element root) {
        var all = root.all("decision");
        if (all.isEmpty() || all.size() > MOST) {
            problems.at(root.line(), "", "decisions-number", String.valueOf(all.size()), String.valueOf(MOST));
            return false;
        }
        var bare = all.stream()
                .filter(decision -> decision.all("decisionTable").size() != 1)
                .toList();
        bare.forEach(decision -> problem(decision, "one-table"));
        return bare.isEmpty();
    }

    private void inputData(Element input) {
        var id = input.attribute("id");
        var name = nameOf(input).isEmpty() ? input.attribute("name") : nameOf(input);
        if (id.isEmpty() || !name.matches(NAME)) {
            problem(input, "requirement-name", name);
        }
        if (inputs.putIfAbsent(id, name) != null) {
            problem(input, "element-twice", id);
        }
    }

    private void decision(Element decision) {
        var table = new RuleTableReader(problems).table(decision);
        var name = nameOf(decision).isEmpty() ? table.id() : nameOf(decision);
        var drawn = new Drawn(decision, name, table, new LinkedHashMap<>(), new HashSet<>());
        if (inputs.containsKey(table.id()) || decisions.putIfAbsent(table.id(), drawn) != null) {
            problem(decision, "element-twice", table.id());
        }
    }

    private static String nameOf(Element element) {
        return element.all("variable").stream()
                .findFirst()
                .map(variable -> variable.attribute("name"))
                .orElse("");
    }

    private void requirements(Drawn drawn) {
        for (var requirement : drawn.element().all("informationRequirement")) {
            var to = requirement.children();
            var wanted = to.size() == 1 ? to.getFirst().attribute("href") : "";
            var id = wanted.startsWith("#") ? wanted.substring(1) : "";
            var isInput = to.size() == 1 && to.getFirst().name().equals("requiredInput");
            var name = isInput
                    ? inputs.getOrDefault(id, "")
                    : decisions.containsKey(id) ? decisions.get(id).name() : "";
            if (name.isEmpty()) {
                told(requirement, drawn, "requirement-unknown", wanted);
            } else if (!name.matches(NAME)) {
                told(requirement, drawn, "requirement-name", name);
            } else if (!(isInput ? drawn.asks().add(name) : drawn.needs().putIfAbsent(name, id) == null)
                    || drawn.asks().contains(name) && drawn.needs().containsKey(name)) {
                told(requirement, drawn, "requirement-twice", name);
            }
        }
    }

    /** Each after those it needs, else in the order of the file; without those that need themselves. */
    private List<Drawn> ordered() {
        var ordered = new LinkedHashMap<String, Drawn>();
        var before = -1;
        while (before < ordered.size()) {
            before = ordered.size();
            decisions.forEach((id, drawn) -> {
                if (ordered.keySet().containsAll(drawn.needs().values())) {
                    ordered.putIfAbsent(id, drawn);
                }
            });
        }
        decisions.values().stream()
                .filter(drawn -> !ordered.containsKey(drawn.table().id()))
                .findFirst()
                .ifPresent(stuck -> circle(stuck, ordered.keySet()));
        return List.copyOf(ordered.values());
    }

    /** One circle at a time: whoever opens it may open others with it. */
    private void circle(Drawn stuck, Set<String> free) {
        var passed = new ArrayList<String>();
        var now = stuck;
        while (!passed.contains(now.table().id())) {
            passed.add(now.table().id());
            now = now.needs().values().stream()
                    .filter(id -> !free.contains(id))
                    .findFirst()
                    .map(decisions::get)
                    .orElseThrow();
        }
        var circle = passed.subList(passed.indexOf(now.table().id()), passed.size());
        problem(now.element(), "requirement-circle", String.join(" → ", circle) + " → " + circle.getFirst());
    }

    /** The decision after everything it needs, directly or by others. */
    private static List<RuleGraph.Step> behind(Drawn asked, List<Drawn> ordered) {
        var wanted = new HashSet<>(Set.of(asked.table().id()));
        for (var drawn : ordered.reversed()) {
            if (wanted.contains(drawn.table().id())) {
                wanted.addAll(drawn.needs().values());
            }
        }
        return ordered.stream()
                .filter(drawn -> wanted.contains(drawn.table().id()))
                .map(drawn -> new RuleGraph.Step(drawn.table(), needs(drawn)))
                .toList();
    }

    private static List<RuleGraph.Need> needs(Drawn drawn) {
        return drawn.needs().entrySet().stream()
                .map(need -> new RuleGraph.Need(need.getKey(), need.getValue()))
                .toList();
    }

    /** What is drawn in the file can only be asked for along a requirement: the drawing shows all that decides. */
    private void understood(Drawn drawn) {
        new RuleTableReader(problems).understood(drawn.table(), drawn.element());
        var elsewhere = new TreeSet<>(inputs.values());
        decisions.values().stream().filter(other -> !other.equals(drawn)).forEach(other -> elsewhere.add(other.name()));
        elsewhere.removeAll(drawn.needs().keySet());
        elsewhere.removeAll(drawn.asks());
        elsewhere.retainAll(Mentioned.in(drawn.table()));
        elsewhere.forEach(name -> problem(drawn.element(), "requirement-missing", name));
    }

    /** Of a requirement, whose own id nobody needs to have written. */
    private void told(Element requirement, Drawn drawn, String code, String word) {
        var id = requirement.attribute("id");
        problems.at(requirement.line(), id.isEmpty() ? drawn.table().id() : id, code, word);
    }

    private void problem(Element element, String code, String... args) {
        problems.at(element.line(), element.attribute("id"), code, args);
    }
}
