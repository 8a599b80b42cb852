package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.TextField;

/** Examples of {@link TextField}. */
public final class TextFieldExamples implements Examples {

    @Override
    public String template() {
        return "form/TextField";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "usual", TextField.of(ask(t, "text-1", "firm").hint(say(t, "firm.hint")), "")),
                Example.of(
                        t,
                        "known",
                        TextField.of(
                                        ask(t, "text-2", "number").knownFrom(say(t, "register"), say(t, "day")),
                                        "999900199001010019")
                                .kind(TextField.Kind.CITIZEN_NUMBER)),
                Example.of(
                        t,
                        "wrong",
                        TextField.of(
                                        ask(t, "text-3", "phone")
                                                .why(say(t, "phone.why"))
                                                .wrong(say(t, "phone.wrong")),
                                        "1380000")
                                .kind(TextField.Kind.PHONE)),
                Example.of(t, "long", TextField.of(ask(t, "text-4", "firm.long").optional(), say(t, "firm.long"))));
    }
}
