package org.tongqu.design.form;

import java.util.List;

/**
 * Questions that belong together, under one heading; an empty hint is not shown.
 *
 * @param fold whether the questions stand behind their heading until somebody opens it
 */
public record Fieldset(String legend, String hint, List<Field> fields, Fold fold) {

    public enum Fold {
        /** Always in sight. */
        NONE,
        /** Behind the heading. */
        CLOSED,
        /** Opened for the reader, who may close it. */
        OPEN
    }

    public Fieldset {
        fields = List.copyOf(fields);
    }

    public Fieldset(String legend, String hint, List<Field> fields) {
        this(legend, hint, fields, Fold.NONE);
    }

    /** What is wrong is never hidden. */
    public boolean isOpen() {
        return fold != Fold.CLOSED
                || fields.stream().anyMatch(field -> field.question().isWrong());
    }
}
