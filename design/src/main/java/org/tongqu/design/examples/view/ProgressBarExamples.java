package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.ProgressBar;

/** Examples of {@link ProgressBar}. */
public final class ProgressBarExamples implements Examples {

    @Override
    public String template() {
        return "view/ProgressBar";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new ProgressBar(say(t, "progress"), 2, 5, say(t, "progress.words"))),
                Example.of(t, "empty", new ProgressBar(say(t, "progress"), 0, 5, "0 / 5")),
                Example.of(t, "done", new ProgressBar(say(t, "progress"), 5, 5, "5 / 5")));
    }
}
