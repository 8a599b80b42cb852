package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.chart.ProcessDrawing.Box;
import org.tongqu.design.chart.ProcessDrawing.Edge;
import org.tongqu.design.chart.ProcessDrawing.Kind;
import org.tongqu.design.chart.ProcessDrawing.Node;
import org.tongqu.design.chart.ProcessDrawing.Point;
import org.tongqu.design.chart.ProcessDrawing.Progress;
import org.tongqu.design.examples.Examples;

/** Examples of {@link ProcessDrawing}. */
public final class ProcessDrawingExamples implements Examples {

    @Override
    public String template() {
        return "chart/ProcessDrawing";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", new ProcessDrawing(t, say(t, "process"), nodes(t), edges(t))));
    }

    private static List<Node> nodes(Texts t) {
        return List.of(
                new Node("start", Kind.START, say(t, "step.sent"), new Box(40, 92, 36, 36), Progress.DONE),
                new Node("accept", Kind.USER_TASK, say(t, "step.accept"), new Box(130, 70, 100, 80), Progress.DONE),
                new Node("enough", Kind.EXCLUSIVE, say(t, "step.enough"), new Box(285, 85, 50, 50), Progress.DONE),
                new Node("review", Kind.USER_TASK, say(t, "step.review"), new Box(400, 70, 100, 80), Progress.NOW),
                new Node("correct", Kind.USER_TASK, say(t, "step.correct"), new Box(260, 210, 100, 80), Progress.AHEAD),
                new Node("issue", Kind.SERVICE_TASK, say(t, "step.issue"), new Box(560, 70, 100, 80), Progress.AHEAD),
                new Node("limit", Kind.TIMER, say(t, "step.limit"), new Box(432, 212, 36, 36), Progress.AHEAD),
                new Node("end", Kind.END, say(t, "step.end"), new Box(720, 92, 36, 36), Progress.AHEAD));
    }

    private static List<Edge> edges(Texts t) {
        return List.of(
                edge("", Progress.DONE, 76, 110, 130, 110),
                edge("", Progress.DONE, 230, 110, 285, 110),
                edge(say(t, "yes"), Progress.DONE, 335, 110, 400, 110),
                edge(say(t, "no"), Progress.AHEAD, 310, 135, 310, 210),
                edge("", Progress.AHEAD, 260, 250, 180, 250, 180, 150),
                edge("", Progress.AHEAD, 450, 150, 450, 212),
                edge("", Progress.AHEAD, 500, 110, 560, 110),
                edge("", Progress.AHEAD, 660, 110, 720, 110));
    }

    private static Edge edge(String label, Progress progress, double... way) {
        var points = IntStream.range(0, way.length / 2)
                .mapToObj(i -> new Point(way[2 * i], way[2 * i + 1]))
                .toList();
        return new Edge(label, points, progress);
    }
}
