package org.tongqu.design.form;

import java.util.List;

/** Questions that belong together, under one heading; an empty hint is not shown. */
public record Fieldset(String legend, String hint, List<Field> fields) {
    public Fieldset {
        fields = List.copyOf(fields);
    }
}
