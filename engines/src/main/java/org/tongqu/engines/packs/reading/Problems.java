package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem.Severity;

/** Collects what is wrong while a folder is read. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();
    private final boolean kept;

    Problems() {
        this(false);
    }

    private Problems(boolean kept) {
        this.kept = kept;
    }

    /** Of a pack under which matters are open: nothing found today is held against it. */
    static Problems ofKept() {
        return new Problems(true);
    }

    /** Whether the pack was good once and is read again for the matters opened with it. */
    boolean areOfKept() {
        return kept;
    }

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

    /** Takes over what was found in a folder below. */
    void take(PackProblem problem, String prefix) {
        found.add(new PackProblem(
                prefix + problem.file(), problem.line(), problem.severity(), problem.code(), problem.args()));
    }

    /** Whether something was found that keeps the pack from being used. */
    boolean forbid() {
        return !kept && hasErrors();
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
