package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a process and its files, and knows on which line each element begins. */
final class Problems {

    private final String file;
    private final boolean kept;
    private final Set<ProcessProblem> found;
    private final Map<String, Place> places;

    private record Place(String file, int line) {}

    Problems(String file) {
        this(file, false, new LinkedHashSet<>(), new HashMap<>());
    }

    private Problems(String file, boolean kept, Set<ProcessProblem> found, Map<String, Place> places) {
        this.file = file;
        this.kept = kept;
        this.found = found;
        this.places = places;
    }

    /** Of a file that cases were opened with: what is wrong with it today is not held against it. */
    static Problems ofKept(String file) {
        return new Problems(file, true, new LinkedHashSet<>(), new HashMap<>());
    }

    /** The same problems, as found in another file of the same service. */
    Problems in(String otherFile) {
        return new Problems(otherFile, kept, found, places);
    }

    void linesAre(Map<String, Integer> lineOfElement) {
        lineOfElement.forEach((id, line) -> places.putIfAbsent(id, new Place(file, line)));
    }

    void at(int line, String elementId, String code, String... args) {
        found.add(new ProcessProblem(file, line, elementId, code, List.of(args)));
    }

    /** A problem of an element that has an id of its own. */
    void of(String elementId, String code, String... args) {
        var place = places.getOrDefault(elementId, new Place(file, 0));
        found.add(new ProcessProblem(place.file(), place.line(), elementId, code, List.of(args)));
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
        ordered.sort(Comparator.comparing(ProcessProblem::file).thenComparingInt(ProcessProblem::line));
        return List.copyOf(ordered);
    }
}
