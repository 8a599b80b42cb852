package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Button;

/** Examples of {@link Button}. */
public final class ButtonExamples implements Examples {

    @Override
    public String template() {
        return "form/Button";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "main", Button.main(say(t, "send"))),
                Example.of(t, "usual", Button.plain(say(t, "save")).sending("save", "draft")),
                Example.of(t, "quiet", Button.quiet(say(t, "back"))),
                Example.of(t, "grave", Button.grave(say(t, "withdraw"))),
                Example.of(
                        t,
                        "icon",
                        Button.plain(say(t, "print")).with(Icon.PRINTER).onKey("p")));
    }
}
