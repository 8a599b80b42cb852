package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.packs.SupervisionRule;

/** Reads {@code supervision/*.yaml}: from when which clock is watched. A clock that is not named warns as usual. */
final class SupervisionReader {

    private final PackFolder folder;
    private final Problems problems;

    SupervisionReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<SupervisionRule> read(Clocks clocks) {
        List<SupervisionRule> rules = new ArrayList<>();
        Map<String, Spot> named = new HashMap<>();
        for (var file : folder.in("supervision", ".yaml")) {
            folder.yaml(file, new Spot(file, 1), problems).ifPresent(root -> {
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
        return rules;
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
