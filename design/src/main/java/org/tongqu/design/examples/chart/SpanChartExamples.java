package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.SpanChart;
import org.tongqu.design.chart.SpanChart.Axis;
import org.tongqu.design.chart.SpanChart.Mark;
import org.tongqu.design.chart.SpanChart.Row;
import org.tongqu.design.chart.SpanChart.Span;
import org.tongqu.design.examples.Examples;

/** Examples of {@link SpanChart}. */
public final class SpanChartExamples implements Examples {

    private static final Instant BEGAN = Instant.parse("2026-11-02T01:00:00Z");

    @Override
    public String template() {
        return "chart/SpanChart";
    }

    @Override
    public List<Example> in(Texts t) {
        var axis = new Axis(BEGAN, day(12), Optional.of(day(7)), t.moment(BEGAN), t.moment(day(12)));
        return List.of(Example.of(
                t,
                "usual",
                new SpanChart(
                        say(t, "chart.offices"),
                        say(t, "office"),
                        say(t, "stat.open"),
                        axis,
                        List.of(
                                row(say(t, "office.name"), "3 / 5", new Span(day(0), day(3), Mark.DONE)),
                                row(
                                        say(t, "office.2"),
                                        "4 / 5",
                                        new Span(day(0), day(4), Mark.RUNNING),
                                        new Span(day(4), day(7), Mark.WAITING),
                                        new Span(day(7), day(8), Mark.LEFT)),
                                row(say(t, "office.3"), "7 / 5", new Span(day(0), day(7), Mark.LATE))))));
    }

    private static Row row(String label, String figures, Span... spans) {
        return new Row(label, "", "", figures, List.of(spans));
    }

    private static Instant day(int number) {
        return BEGAN.plus(Duration.ofDays(number));
    }
}
