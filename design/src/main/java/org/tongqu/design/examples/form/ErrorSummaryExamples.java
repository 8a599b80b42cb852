package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.ErrorSummary;

/** Examples of {@link ErrorSummary}. */
public final class ErrorSummaryExamples implements Examples {

    @Override
    public String template() {
        return "form/ErrorSummary";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(
                        t,
                        "many",
                        new ErrorSummary(
                                t,
                                List.of(
                                        new ErrorSummary.Problem("f-text-3", say(t, "phone.wrong")),
                                        new ErrorSummary.Problem("f-date-3", say(t, "birth.wrong"))))),
                Example.of(t, "none", ErrorSummary.none(t)));
    }
}
