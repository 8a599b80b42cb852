package org.tongqu.engines.packs;

import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * A named place that takes its value from the facts of a case.
 *
 * @param from     a path of {@link KnownFacts}, e.g. {@code answers.companyName}
 * @param fallback what stands there when the fact is missing, e.g. 长期
 */
public record FactField(String name, Label label, String from, Show show, Optional<Label> fallback) {

    /** How a value is written for people. */
    public enum Show {
        TEXT,
        DATE,
        /** A number of 10,000 yuan, as 人民币 … 万元. */
        CAPITAL,
        /** The label of the chosen value, or all of them joined. */
        CHOICE,
        /** Division names and the detail in one line. */
        ADDRESS,
        /** A name or number with its middle hidden. */
        MASKED
    }
}
