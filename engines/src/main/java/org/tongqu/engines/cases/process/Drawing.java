package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;

/**
 * The picture of a process as its author laid it out, so that a page can draw it and mark the current place. In the
 * units of BPMN diagram interchange: pixels, y downwards.
 */
public record Drawing(List<Shape> shapes, List<Line> lines) {

    public static final Drawing NONE = new Drawing(List.of(), List.of());

    public enum Kind {
        START,
        END,
        USER_TASK,
        SERVICE_TASK,
        CHOICE,
        PARALLEL,
        TIMER,
        POOL,
        LANE,
        NOTE
    }

    /**
     * A box, circle or diamond; pools and lanes come first, so that drawing in order puts them behind.
     *
     * @param label where the author put the name, when not inside the shape
     */
    public record Shape(String elementId, Kind kind, String name, Box box, Optional<Box> label) {}

    public record Box(double x, double y, double width, double height) {}

    /** A flow between two shapes, or the thin tie of a note to what it explains. */
    public record Line(String elementId, String name, Stroke stroke, List<Point> points, Optional<Box> label) {

        public enum Stroke {
            FLOW,
            ASSOCIATION
        }

        public Line {
            points = List.copyOf(points);
        }
    }

    public record Point(double x, double y) {}

    public Drawing {
        shapes = List.copyOf(shapes);
        lines = List.copyOf(lines);
    }

    /** The smallest box around everything, for the picture's view box. */
    public Box bounds() {
        var left = Double.MAX_VALUE;
        var top = Double.MAX_VALUE;
        var right = -Double.MAX_VALUE;
        var bottom = -Double.MAX_VALUE;
        for (var shape : shapes) {
            left = Math.min(left, shape.box().x());
            top = Math.min(top, shape.box().y());
            right = Math.max(right, shape.box().x() + shape.box().width());
            bottom = Math.max(bottom, shape.box().y() + shape.box().height());
        }
        for (var line : lines) {
            for (var point : line.points()) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return left > right ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }
}
