package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Radios;

/** Examples of {@link Radios}. */
public final class RadiosExamples implements Examples {

    @Override
    public String template() {
        return "form/Radios";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new Radios(ask(t, "radio-1", "kind"), choices(t), "limited")),
                Example.of(
                        t, "wrong", new Radios(ask(t, "radio-2", "kind").wrong(say(t, "kind.wrong")), choices(t), "")));
    }

    private static List<Choice> choices(Texts t) {
        return List.of(
                new Choice("limited", say(t, "kind.limited"), say(t, "kind.limited.hint")),
                Choice.of("joint", say(t, "kind.joint")),
                Choice.of("partner", say(t, "kind.partner")));
    }
}
