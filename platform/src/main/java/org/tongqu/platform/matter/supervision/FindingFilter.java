package org.tongqu.platform.matter.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.engines.supervision.Level;

/**
 * Which findings are asked for; each empty part means all.
 *
 * @param from the first day
 * @param until the first day after
 */
public record FindingFilter(
        LocalDate from, LocalDate until, Optional<String> organisation, Optional<String> rule, Optional<Level> level) {

    public static FindingFilter between(LocalDate from, LocalDate until) {
        return new FindingFilter(from, until, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FindingFilter of(String code) {
        return new FindingFilter(from, until, Optional.of(code), rule, level);
    }

    public FindingFilter by(String name) {
        return new FindingFilter(from, until, organisation, Optional.of(name), level);
    }

    public FindingFilter with(Level other) {
        return new FindingFilter(from, until, organisation, rule, Optional.of(other));
    }
}
