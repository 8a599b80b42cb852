package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.TextField;

/** Examples of {@link Fieldset}. */
public final class FieldsetExamples implements Examples {

    @Override
    public String template() {
        return "form/Fieldset";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "usual",
                        new Fieldset(
                                say(t, "person"),
                                say(t, "person.hint"),
                                List.of(
                                        TextField.of(ask(t, "set-1", "name"), say(t, "li"))
                                                .kind(TextField.Kind.PERSON),
                                        TextField.of(ask(t, "set-2", "phone"), "")
                                                .kind(TextField.Kind.PHONE)))),
                Example.of(t, "plain", new Fieldset("", "", List.of(TextField.of(ask(t, "set-3", "name"), "")))));
    }
}
