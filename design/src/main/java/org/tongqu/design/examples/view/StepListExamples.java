package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.StepList;

/** Examples of {@link StepList}. */
public final class StepListExamples implements Examples {

    @Override
    public String template() {
        return "view/StepList";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new StepList(List.of(
                        new StepList.Step(say(t, "step.sent"), say(t, "service.text")),
                        new StepList.Step(say(t, "step.review"), ""),
                        new StepList.Step(say(t, "step.issue"), "")))));
    }
}
