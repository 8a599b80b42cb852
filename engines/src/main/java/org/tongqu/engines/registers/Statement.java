package org.tongqu.engines.registers;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a source said of a thing at one time. It holds from its day on, whatever was said before; fields it does not name
 * stay as they were said, an empty value says that there is none.
 *
 * @param since from when on it is so
 * @param order grows with the time at which it became known here
 */
public record Statement(String source, LocalDate since, long order, Map<String, Fact> fields) {

    /**
     * A value, maybe sealed.
     *
     * @param value as it is kept; empty for none
     * @param likeness equal for equal values, also when they are sealed
     */
    public record Fact(String value, String likeness) {

        public static Fact open(String value) {
            return new Fact(value, value);
        }

        public boolean isNothing() {
            return value.isEmpty();
        }
    }
}
