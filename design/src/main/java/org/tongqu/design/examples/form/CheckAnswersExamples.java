package org.tongqu.design.examples.form;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.form.CheckAnswers;

/** Examples of {@link CheckAnswers}. */
public final class CheckAnswersExamples implements Examples {

    @Override
    public String template() {
        return "form/CheckAnswers";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(
                t,
                "usual",
                new CheckAnswers(
                        t,
                        List.of(
                                group(t),
                                new CheckAnswers.Group(
                                        say(t, "person"),
                                        List.of(new CheckAnswers.Answer(say(t, "name"), say(t, "li"), "", "")))))));
    }

    private static CheckAnswers.Group group(Texts t) {
        return new CheckAnswers.Group(
                say(t, "about"),
                List.of(
                        new CheckAnswers.Answer(say(t, "firm"), say(t, "firm.long"), "", "#firm"),
                        new CheckAnswers.Answer(say(t, "number"), "999900********0019", say(t, "register"), "#number"),
                        new CheckAnswers.Answer(say(t, "scope"), "", "", "#scope")));
    }
}
