package org.tongqu.design.form;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.design.Texts;

/** What the reader must fix before the form is accepted, in the order of the fields on the page. */
public record ErrorSummary(Texts texts, List<Problem> problems) {

    /** @param fieldId the id of the input, without {@code #} */
    public record Problem(String fieldId, String text) {}

    public ErrorSummary {
        problems = List.copyOf(problems);
    }

    public static ErrorSummary none(Texts texts) {
        return new ErrorSummary(texts, List.of());
    }

    /** Collects what the fields themselves say is wrong. */
    public static ErrorSummary of(Texts texts, List<? extends Field> fields) {
        var problems = new ArrayList<Problem>();
        for (var field : fields) {
            var question = field.question();
            if (question.isWrong()) {
                problems.add(new Problem(
                        question.id(),
                        texts.say(
                                "design.form.problem",
                                question.label(),
                                question.notes().wrong())));
            }
        }
        return new ErrorSummary(texts, problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
