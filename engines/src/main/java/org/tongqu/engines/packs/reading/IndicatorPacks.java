package org.tongqu.engines.packs.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.Topic;

/**
 * Reads packs that declare statistical indicators: a {@code pack.yaml} that says {@code kind: indicators}, and a file for
 * each topic beside it in {@code indicators/}. Formulas name indicators of other files, so all packs below the root are
 * read together.
 */
public final class IndicatorPacks {

    private final Problems problems = new Problems();
    private final Map<String, Spot> codes = new LinkedHashMap<>();
    private final Map<String, Spot> topics = new LinkedHashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final List<Topic> read = new ArrayList<>();

    /** An indicator with the place of its code, of its formula and of its parts. */
    record Declared(Indicator indicator, Spot spot, Spot formula, Spot parts) {}

    private IndicatorPacks() {}

    /**
     * Reads all packs of indicators below the root, or the root itself when it is one.
     *
     * @throws UncheckedIOException when a folder cannot be read at all
     */
    public static IndicatorReading readAll(Path root) {
        var packs = new IndicatorPacks();
        var base = root.toAbsolutePath().normalize();
        List<Section> files = new ArrayList<>();
        for (var folder : PackReader.indicatorFolders(root)) {
            var place = folder.toAbsolutePath().normalize();
            var prefix = base.relativize(place).toString();
            files.addAll(packs.files(place, prefix.isEmpty() ? "" : prefix + "/"));
        }
        files.forEach(packs::names);
        files.forEach(packs::take);
        packs.link();
        return new IndicatorReading(packs.problems.hasErrors() ? List.of() : packs.read, packs.problems.all());
    }

    /** Whether there is anything of the kind in the folder. */
    public static boolean isIn(Path folder) {
        return Files.isDirectory(folder) && !PackReader.indicatorFolders(folder).isEmpty();
    }

    private List<Section> files(Path folder, String prefix) {
        var found = new Problems();
        List<Section> sections = new ArrayList<>();
        try {
            var files = PackFolder.read(folder, found);
            files.yaml(PackReader.MANIFEST, new Spot(PackReader.MANIFEST, 1), found)
                    .ifPresent(root -> RegisterPacks.manifest(folder, root));
            for (var file : files.in("indicators", ".yaml")) {
                files.yaml(file, new Spot(file, 1), found)
                        .ifPresent(root -> sections.add(root.named(problems, prefix + file)));
            }
            if (sections.isEmpty() && !found.hasErrors()) {
                found.error(new Spot(PackReader.MANIFEST, 1), "indicator-none");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the folder " + folder, broken);
        }
        found.all().forEach(problem -> problems.take(problem, prefix));
        return sections;
    }

    /** Before anything else: formulas name indicators of files that are read later. */
    private void names(Section root) {
        var here = root.at("topic");
        root.findText("topic").ifPresent(code -> {
            var before = topics.putIfAbsent(code, here);
            if (before != null) {
                problems.error(here, "indicator-topic-twice", code, before.file());
            }
        });
        for (var section : root.sections("indicators")) {
            section.findText("code").ifPresent(code -> {
                var before = codes.putIfAbsent(code, section.at("code"));
                if (before != null) {
                    problems.error(section.at("code"), "indicator-twice", code, before.file(), before.line());
                }
            });
        }
    }

    private void take(Section root) {
        var reader = new IndicatorReader(root, codes.keySet());
        var topic = reader.topic();
        reader.declared().forEach(one -> declared.putIfAbsent(one.indicator().code(), one));
        read.add(topic);
    }

    private void link() {
        for (var one : declared.values()) {
            for (var input : one.indicator().inputs()) {
                fits(one, input, one.formula());
            }
            for (var part : one.indicator().parts()) {
                fits(one, part, one.parts());
            }
            if (leadsTo(one.indicator().code(), one.indicator(), new HashSet<>())) {
                problems.error(one.formula(), "indicator-cycle", one.indicator().code());
            }
        }
    }

    /** What a figure is made of is there as often and of as many regions as the figure itself. */
    private void fits(Declared one, String other, Spot spot) {
        var known = declared.get(other);
        if (known == null) {
            return;
        }
        var shape = one.indicator().shape();
        var its = known.indicator().shape();
        if (shape.every() != its.every()) {
            problems.error(
                    spot,
                    "indicator-period",
                    other,
                    its.every().code(),
                    shape.every().code());
        }
        if (shape.spread() == Indicator.Spread.REGIONS && its.spread() == Indicator.Spread.WHOLE) {
            problems.error(spot, "indicator-spread", other);
        }
    }

    private boolean leadsTo(String code, Indicator from, Set<String> seen) {
        return from.inputs().stream()
                .anyMatch(input -> input.equals(code)
                        || seen.add(input)
                                && declared.containsKey(input)
                                && leadsTo(code, declared.get(input).indicator(), seen));
    }
}
