package org.tongqu.design.chart;

import java.util.List;
import java.util.Locale;

/**
 * Amounts side by side. It is a table whose rows carry a bar, so that the figures are always there as text.
 *
 * @param label what the rows are, the heading of the first column
 * @param unit  what is counted, the heading of the last
 */
public record BarChart(String title, String label, String unit, List<Bar> bars) {

    public enum Mark {
        LINK,
        JADE,
        AMBER,
        LATE,
        QUIET;

        public String css() {
            return "mark-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param shown the value as the reader sees it
     * @param href  the rows behind it; empty for none
     */
    public record Bar(String label, double value, String shown, Mark mark, String href) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** How far the bar reaches, against the longest: {@code 62.5%}. */
    public String reach(Bar bar) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double share = most <= 0 ? 0 : Math.max(0, bar.value()) / most * 100;
        return String.format(Locale.ROOT, "%.1f%%", share);
    }
}
