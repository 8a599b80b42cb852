package org.tongqu.engines.packs.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.Scenario.Step;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;

/** Tells each story of a pack to the engines and compares the end. */
public final class ScenarioRunner {

    /** Weekends and nothing else, so that a story's dates can be counted on the fingers. */
    public static final WorkingCalendar PLAIN_CALENDAR =
            WorkingCalendar.of("plain weeks 2026-2027", Set.of(2026, 2027), List.of());

    private final Scenario scenario;
    private final Story story;
    private final List<PackProblem> misses = new ArrayList<>();

    private ScenarioRunner(Pack pack, Scenario scenario, WorkingCalendar calendar) {
        this.scenario = scenario;
        this.story = new Story(pack, scenario.given(), calendar);
    }

    /** Every scenario of the pack, each from the beginning. */
    public static List<ScenarioResult> run(Pack pack) {
        return run(pack, PLAIN_CALENDAR);
    }

    public static List<ScenarioResult> run(Pack pack, WorkingCalendar calendar) {
        return pack.scenarios().stream()
                .map(scenario -> new ScenarioRunner(pack, scenario, calendar).run())
                .toList();
    }

    private ScenarioResult run() {
        var steps = scenario.steps();
        for (int i = 0; i < steps.size() && misses.isEmpty(); i++) {
            var refusal = story.happen(steps.get(i));
            var expected =
                    i + 1 < steps.size() && steps.get(i + 1) instanceof Step.Refused refused ? refused.refusal() : "";
            var found = refusal.orElse("");
            if (!kind(found).equals(expected) && !(steps.get(i) instanceof Step.Refused)) {
                miss(steps.get(i).line(), "scenario-refusal", expected.isEmpty() ? "—" : expected, orDash(found));
            }
        }
        if (misses.isEmpty()) {
            compare();
        }
        return new ScenarioResult(scenario, misses);
    }

    private void compare() {
        var then = scenario.then();
        var state = story.state();
        then.status()
                .ifPresent(status -> same(
                        "status",
                        status,
                        state.status().name().toLowerCase(Locale.ROOT).replace("_", "-")));
        then.result().ifPresent(result -> same("result", result, state.result().orElse("")));
        then.lamps().forEach((clock, lamp) -> {
            var running = state.clocks().get(clock);
            same("lamps." + clock, lamp, running == null ? "" : lamp(running));
        });
        then.waiting().ifPresent(ids -> same("waiting", ids, openTasks()));
        then.documents().ifPresent(ids -> same("documents", ids, story.documents()));
        then.registers().ifPresent(ids -> same("registers", ids, story.registers()));
        then.published().ifPresent(ids -> same("published", ids, story.published()));
        then.told().ifPresent(ids -> same("told", ids, story.told()));
        then.found().ifPresent(names -> same("found", names, story.found()));
        same("problems", then.problems(), story.problems());
        then.facts().forEach((path, value) -> {
            Datum found = state.facts().at(path);
            if (!found.equals(value)) {
                miss(line("facts"), "scenario-miss", path, value.canonical(), found.canonical());
            }
        });
    }

    private List<String> openTasks() {
        return story.state().openTasks().stream().map(Task::nodeId).toList();
    }

    private String lamp(RunningClock clock) {
        return switch (clock.status()) {
            case STOPPED -> "stopped";
            case ENDED -> clock.ended().stream().allMatch(RunningClock.ClockEnd::onTime) ? "met" : "missed";
            case RUNNING -> {
                if (!clock.dueAt().isAfter(story.now())) {
                    yield "red";
                }
                yield clock.warnAt().isAfter(story.now()) ? "green" : "yellow";
            }
        };
    }

    private void same(String key, Collection<String> expected, Collection<String> found) {
        same(key, new TreeSet<>(expected).toString(), new TreeSet<>(found).toString());
    }

    private void same(String key, String expected, String found) {
        if (!expected.equals(found)) {
            miss(line(key), "scenario-miss", key, orDash(expected), orDash(found));
        }
    }

    private int line(String key) {
        return scenario.then().lines().getOrDefault(key, scenario.line());
    }

    private void miss(int line, String code, String... args) {
        misses.add(new PackProblem(scenario.file(), line, PackProblem.Severity.ERROR, code, List.of(args)));
    }

    /** {@code NotYours} of {@code NotYours[performerNeeded=…]}. */
    private static String kind(String refusal) {
        var bracket = refusal.indexOf('[');
        return bracket < 0 ? refusal : refusal.substring(0, bracket);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "—" : text;
    }
}
