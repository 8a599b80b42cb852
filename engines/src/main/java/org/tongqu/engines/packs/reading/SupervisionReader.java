package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.RuleTable;
import org.tongqu.engines.packs.SupervisionRule;
import org.tongqu.engines.packs.reading.Parts.SupervisionRead;
import org.tongqu.engines.supervision.WatchRule;

/** Reads {@code supervision/*.yaml}: from when which clock is watched. A clock that is not named warns as usual. */
final class SupervisionReader {

    /** Under which the facts of a case keep what decision tables answered. */
    private static final String TABLES = "rules.";

    private final PackFolder folder;
    private final Problems problems;

    SupervisionReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    SupervisionRead read(Clocks clocks, Optional<Process> process) {
        List<SupervisionRule> rules = new ArrayList<>();
        List<WatchRule> watched = new ArrayList<>();
        Map<String, Spot> named = new HashMap<>();
        for (var file : folder.in("supervision", ".yaml")) {
            folder.yaml(file, new Spot(file, 1), problems).ifPresent(root -> {
                root.findSection("rules").ifPresent(section -> {
                    var read = new WatchRuleReader(problems).read(section);
                    read.forEach(rule -> fits(rule, section, clocks, process));
                    for (var rule : read) {
                        var name = rule.head().name();
                        if (watched.stream()
                                .anyMatch(other -> other.head().name().equals(name))) {
                            problems.error(section.at(name), "watch-twice", name);
                        }
                        watched.add(rule);
                    }
                });
                if (!root.has("clocks") && root.has("rules")) {
                    root.done();
                    return;
                }
                var section = root.section("clocks");
                for (var clock : section.names()) {
                    var spot = section.at(clock);
                    var before = named.putIfAbsent(clock, spot);
                    if (before != null) {
                        problems.error(spot, "supervision-twice", clock, before.file(), before.line());
                    }
                    if (clocks.find(clock).isEmpty()) {
                        problems.error(
                                spot,
                                "process-clock",
                                clock,
                                Nearest.to(clock, clocks.rules().keySet()));
                    }
                    rules.add(rule(clock, section.section(clock)));
                }
                root.done();
            });
        }
        return new SupervisionRead(rules, watched);
    }

    /** Whether the clocks and steps a rule names are those of the service. */
    private void fits(WatchRule rule, Section section, Clocks clocks, Optional<Process> process) {
        var own = section.section(rule.head().name());
        var known = clocks.rules().keySet();
        switch (rule) {
            case WatchRule.Overdue r ->
                r.clocks().stream()
                        .filter(clock -> !known.contains(clock) && !clock.equals("step"))
                        .forEach(clock ->
                                problems.error(own.at("clocks"), "process-clock", clock, Nearest.to(clock, known)));
            case WatchRule.AbnormalSpeed r -> process.ifPresent(p -> steps(r.steps(), p, own.at("steps")));
            case WatchRule.SkippedStep r ->
                process.ifPresent(p -> {
                    steps(r.steps(), p, own.at("steps"));
                    result(r.result(), p, own.at("result"));
                });
            case WatchRule.Contradiction r -> process.ifPresent(p -> contradiction(r, p, own));
            default -> {}
        }
    }

    private void contradiction(WatchRule.Contradiction rule, Process process, Section own) {
        steps(rule.steps(), process, own.at("steps"));
        var offered = process.nodes().values().stream()
                .filter(node -> rule.steps().isEmpty() || rule.steps().contains(node.id()))
                .filter(Node.UserTask.class::isInstance)
                .flatMap(node -> ((Node.UserTask) node).outcomeCodes().stream())
                .collect(Collectors.toSet());
        rule.outcomes().stream()
                .filter(outcome -> !offered.contains(outcome))
                .forEach(outcome ->
                        problems.error(own.at("outcomes"), "watch-outcome", outcome, Nearest.to(outcome, offered)));
        var tables = process.ruleTables().stream().map(RuleTable::id).collect(Collectors.toSet());
        rule.when().paths().stream()
                .filter(path -> path.startsWith(TABLES))
                .map(path -> path.substring(TABLES.length()).split("[.]", 2)[0])
                .filter(table -> !tables.contains(table))
                .forEach(table -> problems.error(own.at("when"), "watch-table", table, Nearest.to(table, tables)));
    }

    private void steps(Collection<String> steps, Process process, Spot spot) {
        var known = process.nodes().values().stream()
                .filter(Node.UserTask.class::isInstance)
                .map(Node::id)
                .toList();
        steps.stream()
                .filter(step -> !known.contains(step))
                .forEach(step -> problems.error(spot, "watch-step", step, Nearest.to(step, known)));
    }

    private void result(String result, Process process, Spot spot) {
        var known = process.nodes().values().stream()
                .filter(Node.End.class::isInstance)
                .map(node -> ((Node.End) node).result())
                .toList();
        if (!known.contains(result)) {
            problems.error(spot, "watch-result", result, Nearest.to(result, known));
        }
    }

    private SupervisionRule rule(String clock, Section section) {
        section.text("warnPercent");
        var warn = section.number("warnPercent", ClockRule.USUAL_WARN_PERCENT);
        if (warn < 1 || warn > 100) {
            problems.error(section.at("warnPercent"), "clock-warn", warn);
        }
        var why = section.label("why");
        section.done();
        return new SupervisionRule(clock, Math.clamp(warn, 1, 100), why);
    }

    /** The clocks as these rules watch them. */
    static Clocks watched(Clocks clocks, List<SupervisionRule> rules) {
        Map<String, ClockRule> watched = new LinkedHashMap<>(clocks.rules());
        for (var rule : rules) {
            watched.computeIfPresent(rule.clock(), (name, clock) -> clock.warningAt(rule.warnPercent()));
        }
        return new Clocks(watched);
    }
}
