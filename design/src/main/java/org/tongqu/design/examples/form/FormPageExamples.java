package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.ask;
import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Csrf;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.TextField;

/** Examples of {@link FormPage}. */
public final class FormPageExamples implements Examples {

    @Override
    public String template() {
        return "form/FormPage";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t, "usual", one(t, "").also(Button.quiet(say(t, "save")).sending("save", "draft"))),
                Example.of(t, "wrong", one(t, say(t, "firm.wrong"))));
    }

    private static FormPage one(Texts t, String wrong) {
        var question = ask(t, wrong.isEmpty() ? "page-1" : "page-2", "firm")
                .hint(say(t, "firm.hint"))
                .why(say(t, "firm.why"))
                .wrong(wrong);
        var send = FormPage.Send.to("#sent", new Csrf("_csrf", "example")).along("step", "2");
        return FormPage.of(
                        t, say(t, "firm.ask"), send, List.of(TextField.of(question, "")), Button.main(say(t, "next")))
                .lead(say(t, "firm.lead"));
    }
}
