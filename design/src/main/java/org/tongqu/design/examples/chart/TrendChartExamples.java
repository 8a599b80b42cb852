package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.TrendChart;
import org.tongqu.design.examples.Examples;

/** Examples of {@link TrendChart}. */
public final class TrendChartExamples implements Examples {

    @Override
    public String template() {
        return "chart/TrendChart";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t, "usual", new TrendChart(t, say(t, "chart.months"), say(t, "month"), say(t, "piece"), columns())));
    }

    private static List<TrendChart.Column> columns() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> {
                    int value = 700 + month * 37 % 11 * 45;
                    return new TrendChart.Column(
                            "2026-%02d".formatted(month), value, "%,d".formatted(value), "#" + month);
                })
                .toList();
    }
}
