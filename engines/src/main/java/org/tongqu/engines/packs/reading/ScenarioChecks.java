package org.tongqu.engines.packs.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Publication;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.Scenario.Officer;
import org.tongqu.engines.packs.Scenario.Step;

/** Scenarios speak of things that exist, and together show every way a case can end. */
final class ScenarioChecks {

    private static final Set<String> LAMPS = Set.of("green", "yellow", "red", "stopped", "met", "missed");

    private final Parts parts;
    private final Problems problems;

    ScenarioChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    void check() {
        var results = new TreeSet<>(parts.process().process().results());
        results.add(ProcessChecks.WITHDRAWN);
        var shown = new HashSet<String>();
        for (var scenario : parts.scenarios()) {
            scenario.then().result().ifPresent(result -> {
                shown.add(result);
                named(result, results, "result", spot(scenario, "result"));
            });
            given(scenario);
            scenario.steps().forEach(step -> step(scenario, step));
            then(scenario);
        }
        for (var result : results) {
            if (!shown.contains(result)) {
                problems.warning(new Spot("pack.yaml", 1), "scenario-end-not-shown", result);
            }
        }
        parts.demo().ends().keySet().stream()
                .filter(end -> !results.contains(end))
                .forEach(end -> named(end, results, "result", new Spot("demo/answers.yaml", 1)));
    }

    private void given(Scenario scenario) {
        var materials = ids(
                parts.form().form().materials().stream().map(MaterialAsk::id).toList());
        scenario.given()
                .materials()
                .forEach(id -> named(id, materials, "material", new Spot(scenario.file(), scenario.line())));
        for (var officer : scenario.given().officers()) {
            var roles = ids(
                    parts.results().roles().stream().map(role -> role.code()).toList());
            officer.roles().forEach(role -> named(role, roles, "role", new Spot(scenario.file(), scenario.line())));
        }
    }

    private void step(Scenario scenario, Step step) {
        var spot = new Spot(scenario.file(), step.line());
        switch (step) {
            case Step.Claim(var officer, var task, int line) -> {
                officer(scenario, officer, spot);
                task(task, spot);
            }
            case Step.Complete complete -> {
                if (!complete.by().equals("applicant")) {
                    officer(scenario, complete.by(), spot);
                }
                task(complete.task(), spot);
                outcome(complete, spot);
            }
            case Step.Submit submit -> {}
            case Step.Change change -> {}
            case Step.Withdraw withdraw -> {}
            case Step.Wait wait -> {}
            case Step.Refused refused -> {}
        }
    }

    private void outcome(Step.Complete complete, Spot spot) {
        if (parts.process().process().nodes().get(complete.task()) instanceof Node.UserTask task) {
            named(complete.outcome(), new LinkedHashSet<>(task.outcomeCodes()), "outcome", spot);
        }
    }

    private void task(String id, Spot spot) {
        var tasks = ids(parts.process().process().userTasks().stream()
                .map(Node.UserTask::id)
                .toList());
        named(id, tasks, "task", spot);
    }

    private void officer(Scenario scenario, String id, Spot spot) {
        var officers = ids(scenario.given().officers().stream().map(Officer::id).toList());
        named(id, officers, "officer", spot);
    }

    private void then(Scenario scenario) {
        var then = scenario.then();
        then.lamps().forEach((clock, lamp) -> {
            var spot = spot(scenario, "lamps." + clock);
            named(clock, parts.manifest().clocks().rules().keySet(), "clock", spot);
            named(lamp, LAMPS, "lamp", spot);
        });
        var results = parts.results();
        each(
                scenario,
                "documents",
                then.documents().orElse(Set.of()),
                results.documents().stream().map(DocumentTemplate::id).toList());
        each(
                scenario,
                "registers",
                then.registers().orElse(Set.of()),
                results.registerWrites().stream().map(RegisterWrite::id).toList());
        each(
                scenario,
                "published",
                then.published().orElse(Set.of()),
                results.publications().stream().map(Publication::id).toList());
        each(
                scenario,
                "told",
                then.told().orElse(Set.of()),
                parts.notices().notices().stream().map(Notice::id).toList());
        each(
                scenario,
                "found",
                then.found().orElse(Set.of()),
                parts.supervision().rules().stream()
                        .map(rule -> rule.head().name())
                        .toList());
        then.waiting().orElse(Set.of()).forEach(task -> task(task, spot(scenario, "waiting")));
    }

    private void each(Scenario scenario, String key, Set<String> ids, List<String> known) {
        ids.forEach(id -> named(id, ids(known), key, spot(scenario, key)));
    }

    private static Set<String> ids(List<String> ids) {
        return new LinkedHashSet<>(ids);
    }

    private static Spot spot(Scenario scenario, String key) {
        return new Spot(scenario.file(), scenario.then().lines().getOrDefault(key, scenario.line()));
    }

    private void named(String name, Set<String> known, String kind, Spot spot) {
        if (!known.contains(name)) {
            problems.error(spot, "scenario-unknown", kind, name, Nearest.to(name, known));
        }
    }
}
