package org.tongqu.design.chart;

import java.util.List;
import java.util.Locale;
import org.tongqu.design.Texts;

/**
 * A process as it was drawn, with what is done and where it stands now. The coordinates are those of the
 * drawing's own file; the same nodes are listed as text for those who do not look at drawings.
 *
 * @param nodes in the order in which the text lists them
 */
public record ProcessDrawing(Texts texts, String title, List<Node> nodes, List<Edge> edges) {

    private static final int MARGIN = 24;
    private static final int LABEL_ROOM = 44;

    public enum Kind {
        START,
        END,
        USER_TASK,
        SERVICE_TASK,
        EXCLUSIVE,
        PARALLEL,
        TIMER;

        public boolean isTask() {
            return this == USER_TASK || this == SERVICE_TASK;
        }

        public boolean isGateway() {
            return this == EXCLUSIVE || this == PARALLEL;
        }
    }

    /** Where the case is with a node or an edge. */
    public enum Progress {
        AHEAD(""),
        DONE("is-done"),
        NOW("is-now");

        private final String css;

        Progress(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    public record Box(double x, double y, double width, double height) {
        public double middle() {
            return x + width / 2;
        }

        public double centre() {
            return y + height / 2;
        }
    }

    public record Node(String id, Kind kind, String label, Box box, Progress progress) {}

    public record Point(double x, double y) {}

    /** @param way from the source's border to the target's border */
    public record Edge(String label, List<Point> way, Progress progress) {
        public Edge {
            way = List.copyOf(way);
        }
    }

    public ProcessDrawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public String viewBox() {
        return "%s %s %s %s".formatted(number(left()), number(top()), width(), height());
    }

    public String width() {
        double right = nodes.stream()
                .mapToDouble(n -> n.box().x() + n.box().width())
                .max()
                .orElse(0);
        double wayRight = edges.stream()
                .flatMap(e -> e.way().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(right);
        return number(Math.max(right, wayRight) + MARGIN - left());
    }

    public String height() {
        double bottom = nodes.stream()
                .mapToDouble(n -> n.box().y() + n.box().height() + (n.kind().isTask() ? 0 : LABEL_ROOM))
                .max()
                .orElse(0);
        double wayBottom = edges.stream()
                .flatMap(e -> e.way().stream())
                .mapToDouble(Point::y)
                .max()
                .orElse(bottom);
        return number(Math.max(bottom, wayBottom) + MARGIN - top());
    }

    private double left() {
        double nodesLeft = nodes.stream().mapToDouble(n -> n.box().x()).min().orElse(0);
        double waysLeft = edges.stream()
                .flatMap(e -> e.way().stream())
                .mapToDouble(Point::x)
                .min()
                .orElse(nodesLeft);
        return Math.min(nodesLeft, waysLeft) - MARGIN;
    }

    private double top() {
        double nodesTop = nodes.stream()
                .mapToDouble(n -> n.box().y() - (n.kind().isGateway() ? LABEL_ROOM : 0))
                .min()
                .orElse(0);
        double waysTop = edges.stream()
                .flatMap(e -> e.way().stream())
                .mapToDouble(Point::y)
                .min()
                .orElse(nodesTop);
        return Math.min(nodesTop, waysTop) - MARGIN;
    }

    /** The lines of a node's label, each with its place. */
    public List<SvgWords.Line> lines(Node node) {
        var box = node.box();
        if (node.kind().isTask()) {
            return SvgWords.centred(node.label(), box.middle(), box.centre(), box.width() - 12);
        }
        if (node.kind().isGateway()) {
            return SvgWords.above(node.label(), box.middle(), box.y() - 8, 130);
        }
        return SvgWords.below(node.label(), box.middle(), box.y() + box.height() + 16, 110);
    }

    /** The label of an edge, beside its longest straight piece. */
    public List<SvgWords.Line> lines(Edge edge) {
        if (edge.label().isEmpty() || edge.way().size() < 2) {
            return List.of();
        }
        var from = edge.way().get(0);
        var to = edge.way().get(1);
        for (int i = 1; i < edge.way().size(); i++) {
            var a = edge.way().get(i - 1);
            var b = edge.way().get(i);
            if (length(a, b) > length(from, to)) {
                from = a;
                to = b;
            }
        }
        boolean level = Math.abs(from.y() - to.y()) < Math.abs(from.x() - to.x());
        double x = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2 + (level ? -6 : 4);
        return SvgWords.below(edge.label(), x, y, 140);
    }

    public String path(Edge edge) {
        var path = new StringBuilder();
        for (var point : edge.way()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        return path.toString();
    }

    /** The head of the arrow, pointing where the last piece points. */
    public String tip(Edge edge) {
        if (edge.way().size() < 2) {
            return "";
        }
        var end = edge.way().getLast();
        var before = edge.way().get(edge.way().size() - 2);
        double length = Math.max(0.001, length(before, end));
        double dx = (end.x() - before.x()) / length;
        double dy = (end.y() - before.y()) / length;
        return "M%s %sL%s %sL%s %sz"
                .formatted(
                        number(end.x()),
                        number(end.y()),
                        number(end.x() - 9 * dx + 4.5 * dy),
                        number(end.y() - 9 * dy - 4.5 * dx),
                        number(end.x() - 9 * dx - 4.5 * dy),
                        number(end.y() - 9 * dy + 4.5 * dx));
    }

    public String diamond(Box box) {
        return "M%s %sL%s %sL%s %sL%s %sz"
                .formatted(
                        number(box.middle()),
                        number(box.y()),
                        number(box.x() + box.width()),
                        number(box.centre()),
                        number(box.middle()),
                        number(box.y() + box.height()),
                        number(box.x()),
                        number(box.centre()));
    }

    /** The sign inside a gateway or a timer. */
    public String glyph(Node node) {
        var x = node.box().middle();
        var y = node.box().centre();
        return switch (node.kind()) {
            case EXCLUSIVE -> "M%s %sl12 12m0-12l-12 12".formatted(number(x - 6), number(y - 6));
            case PARALLEL -> "M%s %sh16m-8-8v16".formatted(number(x - 8), number(y));
            case TIMER -> "M%s %sv7h5".formatted(number(x), number(y - 7));
            case SERVICE_TASK ->
                "M%s %sh10m-10 4h10m-10 4h6"
                        .formatted(number(node.box().x() + 7), number(node.box().y() + 9));
            case START, END, USER_TASK -> "";
        };
    }

    /** What a screen reader hears for a node's state; empty while it is still to come. */
    public String said(Progress progress) {
        return switch (progress) {
            case DONE -> texts.say("design.process.done");
            case NOW -> texts.say("design.process.now");
            case AHEAD -> "";
        };
    }

    /** The nodes worth reading one after the other. */
    public List<Node> listed() {
        return nodes.stream().filter(node -> !node.label().isEmpty()).toList();
    }

    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static double length(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
