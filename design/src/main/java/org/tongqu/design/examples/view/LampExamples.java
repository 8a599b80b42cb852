package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.Lamp;

/** Examples of {@link Lamp}. */
public final class LampExamples implements Examples {

    @Override
    public String template() {
        return "view/Lamp";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "fine", Lamp.of(t, Lamp.Light.FINE)),
                Example.of(t, "soon", Lamp.of(t, Lamp.Light.SOON)),
                Example.of(t, "late", Lamp.of(t, Lamp.Light.LATE)),
                Example.of(t, "paused", Lamp.of(t, Lamp.Light.PAUSED)),
                Example.of(t, "done", Lamp.of(t, Lamp.Light.DONE)),
                Example.of(t, "words", new Lamp(Lamp.Light.SOON, say(t, "left"))));
    }
}
