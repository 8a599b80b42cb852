package org.tongqu.platform.matter.processes;

import java.util.List;
import org.tongqu.platform.matter.processes.internal.Comparing;

/**
 * What differs between two contents of a process file. How the text is set, in which order attributes stand and where
 * things are drawn is no difference; how many things were drawn elsewhere is told by number.
 *
 * @param lines of both texts, brought into one form
 */
public record ProcessComparison(List<Change> changes, int moved, List<Line> lines) {

    /** What happened to an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One element.
     *
     * @param element its id
     * @param type    e.g. {@code userTask}
     * @param name    what people read on it; may be empty
     * @param before  its lines that are gone
     * @param after   its lines that are new
     */
    public record Change(Kind kind, String element, String type, String name, List<String> before, List<String> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A line of both texts, or of one. */
    public record Line(Side side, String text) {}

    /** Where a line stands. */
    public enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    public ProcessComparison {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    /** Of a text that is no XML there is nothing to compare by element; its lines are compared as they are. */
    public static ProcessComparison of(Draft.Content content) {
        return Comparing.of(content.before(), content.body());
    }

    public boolean isEmpty() {
        return changes.isEmpty() && moved == 0 && lines.stream().allMatch(line -> line.side() == Side.BOTH);
    }
}
