package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;

/** Examples of {@link Timeline}. */
public final class TimelineExamples implements Examples {

    @Override
    public String template() {
        return "view/Timeline";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new Timeline(
                        t,
                        List.of(
                                Step.done(say(t, "step.sent"), say(t, "li"), say(t, "day")),
                                Step.done(say(t, "step.accepted"), say(t, "office.name"), say(t, "day"))
                                        .saying(say(t, "step.said")),
                                Step.now(
                                        say(t, "step.review"),
                                        say(t, "office.name"),
                                        say(t, "until"),
                                        Lamp.of(t, Lamp.Light.SOON)),
                                Step.ahead(say(t, "step.decide"), say(t, "office.name"), say(t, "until")),
                                Step.ahead(say(t, "step.issue"), "", "")))));
    }
}
