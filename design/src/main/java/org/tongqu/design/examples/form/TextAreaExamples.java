package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.TextArea;

/** Examples of {@link TextArea}. */
public final class TextAreaExamples implements Examples {

    @Override
    public String template() {
        return "form/TextArea";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", TextArea.of(ask(t, "area-1", "scope").hint(say(t, "scope.hint")), "")),
                Example.of(
                        t,
                        "wrong",
                        new TextArea(
                                ask(t, "area-2", "scope").wrong(say(t, "scope.wrong")), say(t, "firm.long"), 3, 500)));
    }
}
