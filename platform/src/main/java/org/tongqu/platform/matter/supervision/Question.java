package org.tongqu.platform.matter.supervision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a figure is asked for.
 *
 * @param from the first day of the period
 * @param until the first day after it
 * @param clock e.g. {@code acceptance}; empty for all clocks
 */
public record Question(LocalDate from, LocalDate until, Optional<String> organisation, Optional<String> clock) {

    public static Question of(LocalDate from, LocalDate until) {
        return new Question(from, until, Optional.empty(), Optional.empty());
    }
}
