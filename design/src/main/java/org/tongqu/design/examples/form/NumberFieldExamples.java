package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.NumberField;

/** Examples of {@link NumberField}. */
public final class NumberFieldExamples implements Examples {

    @Override
    public String template() {
        return "form/NumberField";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", NumberField.of(ask(t, "number-1", "capital"), "100", say(t, "capital.unit"))),
                Example.of(
                        t,
                        "wrong",
                        new NumberField(
                                ask(t, "number-2", "people").wrong(say(t, "people.wrong")),
                                "-3",
                                "",
                                NumberField.Digits.WHOLE)));
    }
}
