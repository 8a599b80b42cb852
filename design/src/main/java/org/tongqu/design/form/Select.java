package org.tongqu.design.form;

import java.util.List;

/**
 * One of many.
 *
 * @param blank what stands there before anything is chosen; empty when something is always chosen
 */
public record Select(Question question, List<Choice> choices, String chosen, String blank) implements Field {
    public Select {
        choices = List.copyOf(choices);
    }
}
