package org.tongqu.engines.registers;

import java.time.LocalDate;
import java.util.List;
import org.tongqu.engines.registers.Statement.Fact;

/**
 * A field of a golden record.
 *
 * @param chosen what is believed
 * @param others what the other sources say, in the order in which they would be believed
 */
public record Decided(Said chosen, List<Said> others) {

    /** What one source says of the field now. */
    public record Said(String source, LocalDate since, long order, Fact fact) {}

    public Decided {
        others = List.copyOf(others);
    }

    /** Whether a source says something else. */
    public boolean isDisputed() {
        return others.stream()
                .anyMatch(other -> !other.fact().likeness().equals(chosen.fact().likeness()));
    }
}
