package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.LineChart;
import org.tongqu.design.examples.Examples;

/** Examples of {@link LineChart}. */
public final class LineChartExamples implements Examples {

    @Override
    public String template() {
        return "chart/LineChart";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", chart(t, points())), Example.of(t, "empty", chart(t, List.of())));
    }

    private static LineChart chart(Texts t, List<LineChart.Point> points) {
        return new LineChart(t, say(t, "chart.months"), say(t, "month"), say(t, "piece"), points);
    }

    /** Two years with a month of which nothing is known, and some below nought. */
    private static List<LineChart.Point> points() {
        return IntStream.range(0, 24)
                .mapToObj(month -> {
                    int value = month * 37 % 11 * 12 - 40;
                    var label = "%d-%02d".formatted(2025 + month / 12, 1 + month % 12);
                    return month == 9
                            ? new LineChart.Point(label, Optional.empty(), "—", "")
                            : new LineChart.Point(
                                    label, Optional.of((double) value), String.valueOf(value), "#" + month);
                })
                .toList();
    }
}
