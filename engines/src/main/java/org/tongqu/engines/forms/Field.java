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
 * @param known   what already knows the answer
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
        Optional<Known> known,
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

    /**
     * The register and field that already knows the answer.
     *
     * @param source    e.g. {@code legal-person.name}
     * @param by        the answer with the code of the firm it is about; empty for whoever is signed in
     * @param otherwise what it means when the applicant answers otherwise
     */
    public record Known(String source, Optional<String> by, Otherwise otherwise) {}

    /** What an answer is that is not what the register says. */
    public enum Otherwise {
        /** Just another answer: a contact may be somebody else. */
        CHANGE,
        /** A word against the register, which is kept beside it for whoever decides. */
        OBJECTION
    }

    /** One thing to choose; {@code value} is what is stored. */
    public record Choice(String value, Label label, Optional<Label> hint) {}
}
