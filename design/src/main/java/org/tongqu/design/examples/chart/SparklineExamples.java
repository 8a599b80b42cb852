package org.tongqu.design.examples.chart;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.Sparkline;
import org.tongqu.design.examples.Examples;

/** Examples of {@link Sparkline}. */
public final class SparklineExamples implements Examples {

    @Override
    public String template() {
        return "chart/Sparkline";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "usual",
                        new Sparkline(List.of(8.0, 9.0, 7.5, 11.0, 12.0, 10.0, 14.0), say(t, "chart.words"))),
                Example.of(t, "one", new Sparkline(List.of(3.0), say(t, "chart.words"))),
                Example.of(t, "empty", new Sparkline(List.of(), say(t, "chart.words"))));
    }
}
