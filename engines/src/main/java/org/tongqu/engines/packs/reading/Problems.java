package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem.Severity;

/** Collects what is wrong while a folder is read. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();

    void error(Spot at, String code, Object... args) {
        add(at, Severity.ERROR, code, args);
    }

    void warning(Spot at, String code, Object... args) {
        add(at, Severity.WARNING, code, args);
    }

    private void add(Spot at, Severity severity, String code, Object... args) {
        var quoted = Arrays.stream(args).map(String::valueOf).toList();
        found.add(new PackProblem(at.file(), at.line(), severity, code, quoted));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** By file and line, each problem once. */
    List<PackProblem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(PackProblem::file).thenComparingInt(PackProblem::line))
                .toList();
    }
}
