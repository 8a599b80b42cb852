package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.LampCounts;

/** Examples of {@link LampCounts}. */
public final class LampCountsExamples implements Examples {

    @Override
    public String template() {
        return "view/LampCounts";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new LampCounts(
                        say(t, "clock"),
                        List.of(
                                new LampCounts.Count(Lamp.of(t, Lamp.Light.FINE), "1,204", "#fine"),
                                new LampCounts.Count(Lamp.of(t, Lamp.Light.SOON), "37", "#soon"),
                                new LampCounts.Count(Lamp.of(t, Lamp.Light.LATE), "2", "#late"),
                                new LampCounts.Count(Lamp.of(t, Lamp.Light.PAUSED), "0", "#paused")))));
    }
}
