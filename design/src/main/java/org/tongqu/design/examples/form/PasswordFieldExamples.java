package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.PasswordField;

/** Examples of {@link PasswordField}. */
public final class PasswordFieldExamples implements Examples {

    @Override
    public String template() {
        return "form/PasswordField";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", new PasswordField(ask(t, "secret-1", "password"), PasswordField.Use.CURRENT)),
                Example.of(
                        t,
                        "wrong",
                        new PasswordField(
                                ask(t, "secret-2", "password")
                                        .hint(say(t, "password.hint"))
                                        .wrong(say(t, "password.wrong")),
                                PasswordField.Use.NEW)));
    }
}
