package org.tongqu.platform.matter.processes.internal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tongqu.platform.matter.processes.ProcessComparison;
import org.tongqu.platform.matter.processes.ProcessComparison.Change;
import org.tongqu.platform.matter.processes.ProcessComparison.Kind;
import org.tongqu.platform.matter.processes.ProcessComparison.Line;
import org.tongqu.platform.matter.processes.ProcessComparison.Side;
import org.tongqu.platform.matter.processes.internal.ProcessText.Element;

/** Lays two contents of a process file side by side. */
public final class Comparing {

    private Comparing() {}

    public static ProcessComparison of(byte[] before, byte[] after) {
        var old = ProcessText.of(before);
        var now = ProcessText.of(after);
        return new ProcessComparison(changes(old, now), moved(old, now), lines(old.lines(), now.lines()));
    }

    private static List<Change> changes(ProcessText old, ProcessText now) {
        var changes = new ArrayList<Change>();
        now.elements()
                .forEach((id, element) -> Optional.ofNullable(old.elements().get(id))
                        .ifPresentOrElse(
                                was -> {
                                    if (!was.equals(element)) {
                                        changes.add(changed(id, was, element));
                                    }
                                },
                                () -> changes.add(change(Kind.ADDED, id, element, List.of(), element.lines()))));
        old.elements().forEach((id, element) -> {
            if (!now.elements().containsKey(id)) {
                changes.add(change(Kind.REMOVED, id, element, element.lines(), List.of()));
            }
        });
        return changes;
    }

    private static Change changed(String id, Element was, Element is) {
        var before = new ArrayList<>(was.lines());
        var after = new ArrayList<>(is.lines());
        before.removeAll(is.lines());
        after.removeAll(was.lines());
        return change(Kind.CHANGED, id, is, before, after);
    }

    private static Change change(Kind kind, String id, Element element, List<String> before, List<String> after) {
        return new Change(kind, id, element.type(), element.name(), before, after);
    }

    /** How many of the elements that are on both sides are drawn elsewhere. */
    private static int moved(ProcessText old, ProcessText now) {
        var both = new TreeSet<>(old.places().keySet());
        both.retainAll(now.places().keySet());
        both.removeIf(
                id -> String.valueOf(old.places().get(id)).equals(now.places().get(id)));
        return both.size();
    }

    private static List<Line> lines(List<String> old, List<String> now) {
        var lines = new ArrayList<Line>();
        int next = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            var from = delta.getSource();
            add(lines, Side.BOTH, old.subList(next, from.getPosition()));
            add(lines, Side.BEFORE, from.getLines());
            add(lines, Side.AFTER, delta.getTarget().getLines());
            next = from.getPosition() + from.size();
        }
        add(lines, Side.BOTH, old.subList(next, old.size()));
        return lines;
    }

    private static void add(List<Line> lines, Side side, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(side, text)));
    }
}
