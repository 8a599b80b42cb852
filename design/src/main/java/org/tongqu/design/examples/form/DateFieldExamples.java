package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.DateField;

/** Examples of {@link DateField}. */
public final class DateFieldExamples implements Examples {

    @Override
    public String template() {
        return "form/DateField";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", DateField.of(ask(t, "date-1", "date"), "2026-11-22")),
                Example.of(
                        t,
                        "parts",
                        DateField.inThreeParts(ask(t, "date-2", "birth").hint(say(t, "birth.hint")), "1990-1-1")),
                Example.of(
                        t,
                        "wrong",
                        DateField.inThreeParts(ask(t, "date-3", "birth").wrong(say(t, "birth.wrong")), "2026-2-30")));
    }
}
