package org.tongqu.engines.packs.reading;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.Scenario.Given;
import org.tongqu.engines.packs.Scenario.Officer;
import org.tongqu.engines.packs.Scenario.Step;
import org.tongqu.engines.packs.Scenario.Then;
import org.tongqu.kernel.data.Datum;

/**
 * Reads {@code scenarios/*.yaml}. What the scenarios of a pack share stands in {@code scenarios/given.yaml}; each may
 * change some of it.
 */
final class ScenarioReader {

    static final String SHARED = "scenarios/given.yaml";
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PackFolder folder;
    private final Problems problems;

    ScenarioReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<Scenario> read() {
        var shared = new Given(LocalDateTime.of(2026, 1, 5, 9, 0), new Datum.Fields(Map.of()), Set.of(), List.of());
        if (folder.has(SHARED)) {
            shared = folder.yaml(SHARED, new Spot(SHARED, 1), problems)
                    .map(root -> given(
                            root,
                            new Given(
                                    LocalDateTime.of(2026, 1, 5, 9, 0),
                                    new Datum.Fields(Map.of()),
                                    Set.of(),
                                    List.of())))
                    .orElse(shared);
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (var file : folder.in("scenarios", ".yaml")) {
            if (!file.equals(SHARED)) {
                var given = shared;
                folder.yaml(file, new Spot(file, 1), problems)
                        .ifPresent(root -> scenarios.add(scenario(root, file, given)));
            }
        }
        return scenarios;
    }

    private Scenario scenario(Section root, String file, Given shared) {
        var id = file.substring("scenarios/".length(), file.length() - ".yaml".length());
        var title = root.label("title");
        var given =
                root.findSection("given").map(section -> given(section, shared)).orElse(shared);
        List<Step> steps = new ArrayList<>();
        for (var section : root.sections("when")) {
            step(section).ifPresent(steps::add);
        }
        if (steps.isEmpty()) {
            problems.error(root.here(), "scenario-empty");
        }
        var then = then(root.section("then"));
        root.done();
        return new Scenario(id, title, given, steps, then, file, 1);
    }

    private Given given(Section section, Given shared) {
        var at = section.findText("at").flatMap(text -> at(section, text)).orElse(shared.at());
        var answers = shared.answers();
        if (section.has("answers")) {
            answers = changed(answers, section.section("answers"));
        }
        var materials = section.has("materials") ? new LinkedHashSet<>(section.texts("materials")) : shared.materials();
        List<Officer> officers = new ArrayList<>();
        for (var officer : section.sections("officers")) {
            officers.add(
                    new Officer(officer.text("id"), officer.text("name"), new LinkedHashSet<>(officer.texts("roles"))));
            officer.done();
        }
        section.done();
        return new Given(at, answers, materials, officers.isEmpty() ? shared.officers() : officers);
    }

    private static Datum.Fields changed(Datum.Fields answers, Section changes) {
        Datum changed = answers;
        for (var path : changes.names()) {
            changed = changed.with(path, changes.datum(path));
        }
        return (Datum.Fields) changed;
    }

    private Optional<LocalDateTime> at(Section section, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, AT));
        } catch (DateTimeParseException notATime) {
            problems.error(section.at("at"), "pack-value-kind", "at", "2026-11-23 09:30");
            return Optional.empty();
        }
    }

    private Optional<Step> step(Section section) {
        var line = section.here().line();
        Optional<Step> step =
                switch (String.join("", section.names().stream().limit(1).toList())) {
                    case "submit" -> {
                        section.isTrue("submit");
                        yield Optional.of(new Step.Submit(line));
                    }
                    case "claim" -> Optional.of(new Step.Claim(section.text("by"), section.text("claim"), line));
                    case "complete" ->
                        Optional.of(new Step.Complete(
                                section.findText("by").orElse("applicant"),
                                section.text("complete"),
                                section.text("outcome"),
                                section.findText("reason").orElse(""),
                                section.findText("day").orElse(""),
                                section.findText("fee").orElse(""),
                                line));
                    case "change" -> Optional.of(new Step.Change(changes(section.section("change")), line));
                    case "withdraw" -> Optional.of(new Step.Withdraw(section.text("withdraw"), line));
                    case "wait" -> wait(section, line);
                    case "refused" -> Optional.of(new Step.Refused(section.text("refused"), line));
                    default -> {
                        problems.error(section.here(), "scenario-step");
                        yield Optional.empty();
                    }
                };
        if (step.isPresent()) {
            section.done();
        }
        return step;
    }

    private static Map<String, Datum> changes(Section section) {
        Map<String, Datum> changes = new LinkedHashMap<>();
        section.names().forEach(path -> changes.put(path, section.datum(path)));
        return changes;
    }

    private Optional<Step> wait(Section section, int line) {
        var text = section.text("wait");
        var matcher = Pattern.compile("([0-9]{1,3}) (working days?|hours?)").matcher(text);
        if (!matcher.matches()) {
            problems.error(section.at("wait"), "scenario-wait", text);
            return Optional.empty();
        }
        var amount = Integer.parseInt(matcher.group(1));
        return Optional.of(
                matcher.group(2).startsWith("hour") ? new Step.Wait(0, amount, line) : new Step.Wait(amount, 0, line));
    }

    private Then then(Section section) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        section.names().forEach(name -> lines.put(name, section.at(name).line()));
        Map<String, String> lamps = new LinkedHashMap<>();
        section.findSection("lamps")
                .ifPresent(named -> named.names().forEach(clock -> {
                    lamps.put(clock, named.text(clock));
                    lines.put("lamps." + clock, named.at(clock).line());
                }));
        Map<String, Datum> facts = new LinkedHashMap<>();
        section.findSection("facts")
                .ifPresent(named -> named.names().forEach(path -> facts.put(path, named.datum(path))));
        var then = new Then(
                section.findText("status"),
                section.findText("result"),
                lamps,
                set(section, "waiting"),
                set(section, "documents"),
                set(section, "registers"),
                set(section, "published"),
                set(section, "told"),
                set(section, "found"),
                section.texts("problems"),
                facts,
                lines);
        section.done();
        return then;
    }

    private static Optional<Set<String>> set(Section section, String key) {
        return section.has(key) ? Optional.of(new LinkedHashSet<>(section.texts(key))) : Optional.empty();
    }
}
