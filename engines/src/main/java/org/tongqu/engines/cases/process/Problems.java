package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with one file and knows on which line each element begins. */
final class Problems {

    private final String file;
    private final boolean kept;
    private final Set<ProcessProblem> found = new LinkedHashSet<>();
    private Map<String, Integer> lines = Map.of();

    Problems(String file) {
        this(file, false);
    }

    private Problems(String file, boolean kept) {
        this.file = file;
        this.kept = kept;
    }

    /** Of a file that cases were opened with: what is wrong with it today is not held against it. */
    static Problems ofKept(String file) {
        return new Problems(file, true);
    }

    void linesAre(Map<String, Integer> lineOfElement) {
        lines = lineOfElement;
    }

    void at(int line, String elementId, String code, String... args) {
        found.add(new ProcessProblem(file, line, elementId, code, List.of(args)));
    }

    /** A problem of an element that has an id of its own. */
    void of(String elementId, String code, String... args) {
        at(lines.getOrDefault(elementId, 0), elementId, code, args);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether the process can be used. */
    boolean allow() {
        return kept || isEmpty();
    }

    /** In the order of the lines, so that a file is mended from top to bottom. */
    List<ProcessProblem> inOrder() {
        var ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt(ProcessProblem::line));
        return List.copyOf(ordered);
    }
}
