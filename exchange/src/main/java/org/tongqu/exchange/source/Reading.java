package org.tongqu.exchange.source;

import java.util.List;
import java.util.Optional;

/**
 * What is to be read.
 *
 * @param since rows changed since then; nothing for all rows
 * @param after the order columns of the last row that is safe; empty for the beginning
 */
public record Reading(Part part, Optional<String> since, List<String> after) {

    /** Rows without a key come in no order and are read by themselves, after all others. */
    public enum Part {
        WITH_KEY,
        WITHOUT_KEY
    }

    public Reading {
        after = List.copyOf(after);
    }
}
