package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import java.util.Set;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;

/** Examples of {@link Checkboxes}. */
public final class CheckboxesExamples implements Examples {

    @Override
    public String template() {
        return "form/Checkboxes";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "many",
                        new Checkboxes(ask(t, "box-1", "also").optional(), choices(t), Set.of("joint", "partner"))),
                Example.of(
                        t,
                        "wrong",
                        new Checkboxes(
                                ask(t, "box-2", "consent").wrong(say(t, "consent.wrong")),
                                List.of(Choice.of("yes", say(t, "consent.yes"))),
                                Set.of())));
    }

    private static List<Choice> choices(Texts t) {
        return List.of(
                new Choice("limited", say(t, "kind.limited"), say(t, "kind.limited.hint")),
                Choice.of("joint", say(t, "kind.joint")),
                Choice.of("partner", say(t, "kind.partner")));
    }
}
