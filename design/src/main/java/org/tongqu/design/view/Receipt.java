package org.tongqu.design.view;

import java.util.List;
import org.tongqu.design.Texts;

/**
 * The proof that something was handed in, and what happens next.
 *
 * @param number the receipt number a person can quote
 * @param steps  what happens next, each with its date, in order
 */
public record Receipt(Texts texts, String title, String number, List<KeyFacts.Fact> facts, List<String> steps) {
    public Receipt {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
    }
}
