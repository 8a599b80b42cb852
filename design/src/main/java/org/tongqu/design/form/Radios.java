package org.tongqu.design.form;

import java.util.List;

/** One of a few. More than seven are better as {@link Select}. */
public record Radios(Question question, List<Choice> choices, String chosen) implements Field {
    public Radios {
        choices = List.copyOf(choices);
    }
}
