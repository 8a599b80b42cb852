package org.tongqu.design.chart;

import java.util.List;
import java.util.Locale;

/**
 * How a figure went, as small as a word.
 *
 * @param words the same in words: {@code 近 12 个月由 820 升至 1,104}
 */
public record Sparkline(List<Double> values, String words) {

    private static final double WIDTH = 112;
    private static final double HEIGHT = 28;
    private static final double EDGE = 4;

    public Sparkline {
        values = List.copyOf(values);
    }

    public String viewBox() {
        return "0 0 112 28";
    }

    /** The line's points, oldest first. */
    public String points() {
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(i == 0 ? "" : " ").append(number(x(i))).append(',').append(number(y(i)));
        }
        return points.toString();
    }

    public String endX() {
        return number(values.isEmpty() ? EDGE : x(values.size() - 1));
    }

    public String endY() {
        return number(values.isEmpty() ? HEIGHT / 2 : y(values.size() - 1));
    }

    private double x(int place) {
        return values.size() < 2 ? WIDTH - EDGE : EDGE + (WIDTH - 2 * EDGE) * place / (values.size() - 1);
    }

    private double y(int place) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return most == least
                ? HEIGHT / 2
                : HEIGHT - EDGE - (values.get(place) - least) / (most - least) * (HEIGHT - 2 * EDGE);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
