package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Select;

/** Examples of {@link Select}. */
public final class SelectExamples implements Examples {

    @Override
    public String template() {
        return "form/Select";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new Select(ask(t, "select-1", "kind"), choices(t), "", say(t, "choose"))),
                Example.of(
                        t,
                        "filled",
                        new Select(ask(t, "select-2", "kind").hint(say(t, "firm.hint")), choices(t), "joint", "")));
    }

    private static List<Choice> choices(Texts t) {
        return List.of(
                new Choice("limited", say(t, "kind.limited"), say(t, "kind.limited.hint")),
                Choice.of("joint", say(t, "kind.joint")),
                Choice.of("partner", say(t, "kind.partner")));
    }
}
