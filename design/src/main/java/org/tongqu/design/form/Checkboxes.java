package org.tongqu.design.form;

import java.util.List;
import java.util.Set;

/** Any of a few; a single one is a consent. */
public record Checkboxes(Question question, List<Choice> choices, Set<String> chosen) implements Field {
    public Checkboxes {
        choices = List.copyOf(choices);
        chosen = Set.copyOf(chosen);
    }
}
