package org.tongqu.engines.packs.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.packs.Dispatch;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/** Reads {@code pack.yaml}: who answers for the service, its clocks, where its other files are. */
final class ManifestReader {

    private static final String ID = "[a-z][a-z0-9-]{1,60}/[a-z][a-z0-9-]{1,60}";

    private final Section root;
    private final Problems problems;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<String, Label> bases = new LinkedHashMap<>();

    private ManifestReader(Section root) {
        this.root = root;
        this.problems = root.problems();
    }

    static Manifest read(Section root) {
        return new ManifestReader(root).manifest();
    }

    private Manifest manifest() {
        var id = root.text("pack");
        if (!id.isEmpty() && !id.matches(ID)) {
            problems.error(root.at("pack"), "pack-id", id);
        }
        var files = new Manifest.Files(root.text("process"), root.text("form"), root.text("schema"));
        for (var key : List.of("pack", "owner", "process", "form", "schema", "dispatch", "item")) {
            spots.put(key, root.at(key));
        }
        var manifest = new Manifest(
                id,
                root.text("version"),
                root.text("owner"),
                root.label("title"),
                root.label("summary"),
                ItemReader.read(root.section("item"), spots),
                clocks(),
                bases,
                dispatch(root.section("dispatch")),
                files,
                spots);
        root.done();
        return manifest;
    }

    private Clocks clocks() {
        Map<String, ClockRule> rules = new LinkedHashMap<>();
        var section = root.section("clocks");
        for (var name : section.names()) {
            spots.put("clock." + name, section.at(name));
            var rule = clock(name, section.section(name));
            if (rule != null) {
                rules.put(name, rule);
                section.findSection(name)
                        .flatMap(inner -> inner.findLabel("basis"))
                        .ifPresent(basis -> bases.put(name, basis));
            }
        }
        return new Clocks(rules);
    }

    private @org.jspecify.annotations.Nullable ClockRule clock(String name, Section section) {
        var limit = limit(section, "limit", section.text("limit"));
        section.findText("atMost").ifPresent(text -> {
            var atMost = limit(section, "atMost", text);
            if (limit != null && atMost != null) {
                promiseWithinLaw(section, limit, atMost);
            }
        });
        var label = section.label("label");
        var basis = section.label("basis");
        var prolonging = section.findSection("prolong").flatMap(more -> prolonging(name, limit, more));
        var warn = problems.areOfKept() ? warnBefore(section) : ClockRule.USUAL_WARN_PERCENT;
        section.done();
        return limit == null ? null : new ClockRule(name, limit, label, basis.zh(), warn, prolonging);
    }

    private Optional<ClockRule.Prolonging> prolonging(
            String clock, @org.jspecify.annotations.Nullable Limit limit, Section section) {
        spots.put("clock." + clock + ".prolong", section.at("role"));
        var role = section.text("role");
        var most = limit(section, "by", section.text("by"));
        var times = section.number("times", 1);
        var basis = section.label("basis");
        section.done();
        if (most == null || limit == null) {
            return Optional.empty();
        }
        if (most.unit() != limit.unit() || most.amount() < 1 || times < 1) {
            problems.error(section.at("by"), "clock-prolong", most, limit);
            return Optional.empty();
        }
        return Optional.of(new ClockRule.Prolonging(role, most, times, basis.zh()));
    }

    /** Where it stood before there was a folder of supervision rules. */
    private static int warnBefore(Section section) {
        return Math.clamp(section.number("warnPercent", ClockRule.USUAL_WARN_PERCENT), 1, 100);
    }

    private void promiseWithinLaw(Section section, Limit limit, Limit atMost) {
        if (limit.unit() == atMost.unit() && limit.amount() > atMost.amount()) {
            problems.error(section.at("limit"), "clock-over-law", limit, atMost);
        }
    }

    private @org.jspecify.annotations.Nullable Limit limit(Section section, String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (Limit.parse(text)) {
            case Outcome.Done<Limit, Limit.Refusal>(var limit) -> limit;
            case Outcome.Refused<Limit, Limit.Refusal> refused -> {
                problems.error(section.at(key), "clock-limit", text);
                yield null;
            }
        };
    }

    private Dispatch dispatch(Section section) {
        spots.put("dispatch.divisionField", section.at("divisionField"));
        spots.put("dispatch.organisationKind", section.at("organisationKind"));
        var dispatch = new Dispatch(
                section.text("organisationKind"),
                section.text("divisionField"),
                section.findChoice("level", Dispatch.Level.class).orElse(Dispatch.Level.COUNTY));
        section.done();
        return dispatch;
    }
}
