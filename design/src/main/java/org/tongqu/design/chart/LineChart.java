package org.tongqu.design.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;

/**
 * A figure over many periods as a line, with the same figures as a table below. Where nothing is known the line is broken.
 *
 * @param when what the points are, the heading of the table's first column
 * @param unit what is counted
 * @param points the oldest first
 */
public record LineChart(Texts texts, String title, String when, String unit, List<Point> points) {

    private static final double LEFT = 8;
    private static final double RIGHT = 712;
    private static final double TOP = 28;
    private static final double FLOOR = 176;
    private static final int LABELS = 8;

    /** @param shown the value as the reader sees it. @param href the rows behind it; empty for none */
    public record Point(String label, Optional<Double> value, String shown, String href) {}

    /** A point with its place in the drawing. */
    public record Placed(Point point, String x, String y) {}

    /** A word with its place in the drawing. @param anchor start, middle or end */
    public record Word(String text, String x, String y, String anchor) {}

    public LineChart {
        points = List.copyOf(points);
    }

    /** The parts of the line; a part of one point is drawn as a dot. */
    public List<List<Placed>> lines() {
        List<List<Placed>> lines = new ArrayList<>();
        List<Placed> line = new ArrayList<>();
        for (int place = 0; place < points.size(); place++) {
            var value = points.get(place).value();
            if (value.isPresent()) {
                line.add(placed(place, value.get()));
            } else if (!line.isEmpty()) {
                lines.add(List.copyOf(line));
                line.clear();
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }

    /** What {@code polyline} takes. */
    public String path(List<Placed> line) {
        var path = new StringBuilder();
        line.forEach(at -> path.append(path.isEmpty() ? "" : " ")
                .append(at.x())
                .append(',')
                .append(at.y()));
        return path.toString();
    }

    /** Where nought lies; nothing when it is out of sight. */
    public Optional<String> nought() {
        return least() < 0 && most() > 0 ? Optional.of(number(y(0))) : Optional.empty();
    }

    /** The greatest and the smallest figure, and some of the periods below. */
    public List<Word> words() {
        List<Word> words = new ArrayList<>();
        extreme(most(), -8).ifPresent(words::add);
        if (least() < most()) {
            extreme(least(), 16).ifPresent(words::add);
        }
        int step = Math.max(1, (points.size() + LABELS - 1) / LABELS);
        IntStream.range(0, points.size())
                .filter(place -> (points.size() - 1 - place) % step == 0)
                .forEach(place ->
                        words.add(new Word(points.get(place).label(), number(x(place)), "216", anchor(place))));
        return words;
    }

    private Optional<Word> extreme(double value, double off) {
        return IntStream.range(0, points.size())
                .filter(place ->
                        points.get(place).value().filter(own -> own == value).isPresent())
                .boxed()
                .findFirst()
                .map(place ->
                        new Word(points.get(place).shown(), number(x(place)), number(y(value) + off), anchor(place)));
    }

    private String anchor(int place) {
        if (place == 0) {
            return "start";
        }
        return place == points.size() - 1 ? "end" : "middle";
    }

    private Placed placed(int place, double value) {
        return new Placed(points.get(place), number(x(place)), number(y(value)));
    }

    private double least() {
        return points.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private double most() {
        return points.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private double x(int place) {
        return points.size() < 2 ? LEFT : LEFT + (RIGHT - LEFT) * place / (points.size() - 1);
    }

    private double y(double value) {
        return most() == least() ? (TOP + FLOOR) / 2 : FLOOR - (value - least()) / (most() - least()) * (FLOOR - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
