package org.tongqu.design.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What lasted from when until when, in rows under one axis of time. It is a table whose rows carry the spans, so that
 * the figures are always there as text.
 *
 * @param label what the rows are, the heading of the first column
 * @param figures what stands in the last column
 */
public record SpanChart(String title, String label, String figures, Axis axis, List<Row> rows) {

    public enum Mark {
        DONE,
        RUNNING,
        LATE,
        WAITING,
        LEFT;

        public String css() {
            return "span-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param now where the line of the present stands; empty for none
     * @param saidFrom the beginning as the reader sees it
     */
    public record Axis(Instant from, Instant until, Optional<Instant> now, String saidFrom, String saidUntil) {}

    /**
     * @param under a second line to the label
     * @param tag a word that marks the row; empty for most
     */
    public record Row(String label, String under, String tag, String figures, List<Span> spans) {
        public Row {
            spans = List.copyOf(spans);
        }
    }

    public record Span(Instant from, Instant until, Mark mark) {}

    public SpanChart {
        rows = List.copyOf(rows);
    }

    /** Where on the axis a moment lies: {@code 62.5%}; what lies beyond it, at its end. */
    public String at(Instant moment) {
        return percent(share(moment));
    }

    /** How much of the axis a span takes; a short one is still seen. */
    public String width(Span span) {
        double from = share(span.from());
        return percent(Math.min(1 - from, Math.max(0.006, share(span.until()) - from)));
    }

    private double share(Instant moment) {
        double whole = Duration.between(axis.from(), axis.until()).toSeconds();
        double part = Duration.between(axis.from(), moment).toSeconds();
        return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
