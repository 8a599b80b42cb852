package org.tongqu.design.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;

/**
 * Amounts over time as columns, with the same figures as a table below.
 *
 * @param when what the columns are, the heading of the table's first column
 * @param unit what is counted
 */
public record TrendChart(Texts texts, String title, String when, String unit, List<Column> columns) {

    /** The drawing's own measure; it grows and shrinks with the page. */
    private static final double WIDTH = 720;

    private static final double TOP = 24;
    private static final double FLOOR = 196;

    /**
     * @param shown the value as the reader sees it
     * @param href  the rows behind it; empty for none
     */
    public record Column(String label, double value, String shown, String href) {}

    /** A column with its place in the drawing. */
    public record Drawn(Column column, String x, String y, String width, String height, String middle) {}

    public TrendChart {
        columns = List.copyOf(columns);
    }

    public List<Drawn> drawn() {
        double most = columns.stream().mapToDouble(Column::value).max().orElse(0);
        double slot = columns.isEmpty() ? WIDTH : WIDTH / columns.size();
        double width = Math.min(32, slot * 0.5);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    var column = columns.get(i);
                    double middle = slot * i + slot / 2;
                    double height = most <= 0 ? 0 : Math.max(0, column.value()) / most * (FLOOR - TOP);
                    return new Drawn(
                            column,
                            number(middle - width / 2),
                            number(FLOOR - height),
                            number(width),
                            number(height),
                            number(middle));
                })
                .toList();
    }

    /** Where the figure above a column stands. */
    public String above(Drawn drawn) {
        return number(Double.parseDouble(drawn.y()) - 6);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
