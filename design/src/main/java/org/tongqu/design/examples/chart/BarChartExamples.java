package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.chart.BarChart.Bar;
import org.tongqu.design.chart.BarChart.Mark;
import org.tongqu.design.examples.Examples;

/** Examples of {@link BarChart}. */
public final class BarChartExamples implements Examples {

    @Override
    public String template() {
        return "chart/BarChart";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new BarChart(
                        say(t, "chart.offices"),
                        say(t, "office"),
                        say(t, "stat.open"),
                        List.of(
                                new Bar(say(t, "office.name"), 320, "320", Mark.LINK, "#1"),
                                new Bar(say(t, "office.2"), 214, "214", Mark.LINK, "#2"),
                                new Bar(say(t, "firm.long"), 12, "12", Mark.LATE, ""),
                                new Bar(say(t, "office.3"), 0, "0", Mark.LINK, "")))));
    }
}
