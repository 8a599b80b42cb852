package org.tongqu.engines.forms;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.text.Label;

/**
 * One question.
 *
 * @param name    its path in the answers; inside a group the path in the row
 * @param hint    how to answer, with an example
 * @param unit    what is written behind a number, e.g. 万元
 * @param answer  whether it may be left empty
 * @param choices what can be chosen from; empty where anything can be written
 * @param source  the register and field that already knows the answer
 * @param when    asked only when this holds; in a group the row's own fields come first
 */
public record Field(
        String name,
        Control control,
        Label label,
        Optional<Label> hint,
        Optional<Label> unit,
        Answer answer,
        List<Choice> choices,
        Optional<String> source,
        Optional<Expression> when) {

    public Field {
        choices = List.copyOf(choices);
    }

    /** Whether a question may be left empty. What is asked must be answered unless the form says otherwise. */
    public enum Answer {
        REQUIRED,
        OPTIONAL
    }

    public boolean isRequired() {
        return answer == Answer.REQUIRED;
    }

    /** One thing to choose; {@code value} is what is stored. */
    public record Choice(String value, Label label, Optional<Label> hint) {}
}
