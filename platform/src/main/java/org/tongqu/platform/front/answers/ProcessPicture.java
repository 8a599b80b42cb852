package org.tongqu.platform.front.answers;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.chart.ProcessDrawing.Progress;
import org.tongqu.engines.cases.process.Drawing;
import org.tongqu.engines.cases.process.Drawing.Line.Stroke;

/**
 * A process as its author drew it, with what is done and where a case stands.
 *
 * @param current ids of the elements where it is; empty where no case is shown
 * @param passed ids of the elements it went through
 */
public record ProcessPicture(Texts texts, Drawing drawing, Set<String> current, Set<String> passed) {

    public ProcessPicture {
        current = Set.copyOf(current);
        passed = Set.copyOf(passed);
    }

    /** The way every case of a service may go. */
    public static ProcessPicture of(Texts texts, Drawing drawing) {
        return new ProcessPicture(texts, drawing, Set.of(), Set.of());
    }

    public ProcessDrawing titled(String title) {
        return new ProcessDrawing(texts, title, nodes(), edges());
    }

    private List<ProcessDrawing.Node> nodes() {
        return drawing.shapes().stream()
                .filter(shape -> isStep(shape.kind()))
                .sorted(Comparator.comparingDouble(shape -> shape.box().x()))
                .map(shape -> new ProcessDrawing.Node(
                        shape.elementId(),
                        kind(shape.kind()),
                        shape.name(),
                        box(shape.box()),
                        progress(shape.elementId())))
                .toList();
    }

    private List<ProcessDrawing.Edge> edges() {
        return drawing.lines().stream()
                .filter(line -> line.stroke() == Stroke.FLOW)
                .map(line -> new ProcessDrawing.Edge(
                        line.name(),
                        line.points().stream()
                                .map(point -> new ProcessDrawing.Point(point.x(), point.y()))
                                .toList(),
                        progress(line.elementId())))
                .toList();
    }

    private Progress progress(String elementId) {
        if (current.contains(elementId)) {
            return Progress.NOW;
        }
        return passed.contains(elementId) ? Progress.DONE : Progress.AHEAD;
    }

    private static ProcessDrawing.Box box(Drawing.Box box) {
        return new ProcessDrawing.Box(box.x(), box.y(), box.width(), box.height());
    }

    private static boolean isStep(Drawing.Kind kind) {
        return kind != Drawing.Kind.POOL && kind != Drawing.Kind.LANE && kind != Drawing.Kind.NOTE;
    }

    private static ProcessDrawing.Kind kind(Drawing.Kind kind) {
        return switch (kind) {
            case START -> ProcessDrawing.Kind.START;
            case END -> ProcessDrawing.Kind.END;
            case SERVICE_TASK -> ProcessDrawing.Kind.SERVICE_TASK;
            case CHOICE -> ProcessDrawing.Kind.EXCLUSIVE;
            case PARALLEL -> ProcessDrawing.Kind.PARALLEL;
            case TIMER -> ProcessDrawing.Kind.TIMER;
            case USER_TASK, POOL, LANE, NOTE -> ProcessDrawing.Kind.USER_TASK;
        };
    }
}
