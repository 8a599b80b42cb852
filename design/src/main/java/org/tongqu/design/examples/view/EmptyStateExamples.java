package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.EmptyState;

/** Examples of {@link EmptyState}. */
public final class EmptyStateExamples implements Examples {

    @Override
    public String template() {
        return "view/EmptyState";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "usual",
                        EmptyState.of(say(t, "nothing"), say(t, "nothing.why"))
                                .offering(ButtonLink.main(say(t, "start"), "#start"))),
                Example.of(t, "plain", EmptyState.of(say(t, "nothing"), "")));
    }
}
