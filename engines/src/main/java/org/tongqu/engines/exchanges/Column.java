package org.tongqu.engines.exchanges;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How one column of the target is made. The steps are done in this order: origin, trim, code list, unit, and last the
 * column's own type.
 *
 * @param codes a code list of the flow; a code that is not on it keeps the row out
 * @param dates how dates are written in the source, e.g. {@code yyyyMMdd}
 * @param cover hides the value after all rules were asked; never declared, put on by whoever runs the flow
 */
public record Column(
        String name,
        Origin origin,
        Trim trim,
        Optional<String> codes,
        Optional<Unit> unit,
        Optional<String> dates,
        Optional<Cover> cover) {

    public Column(
            String name,
            Origin origin,
            Trim trim,
            Optional<String> codes,
            Optional<Unit> unit,
            Optional<String> dates) {
        this(name, origin, trim, codes, unit, dates, Optional.empty());
    }

    /** What a value that was agreed to be hidden looks like; called by several threads. */
    @FunctionalInterface
    public interface Cover {
        String covered(String value);
    }

    public Column under(Cover with) {
        return new Column(name, origin, trim, codes, unit, dates, Optional.of(with));
    }

    /** What happens to white space at both ends of a text. */
    public enum Trim {
        KEPT,
        TAKEN_OFF
    }

    /**
     * Turns one unit into another, e.g. mu into square metres.
     *
     * @param times what the number is multiplied with
     * @param digits after the point that are kept, rounded half up
     */
    public record Unit(BigDecimal times, int digits) {}

    /** A column that is taken over as it is. */
    public static Column same(String name) {
        return new Column(
                name, new Origin.Field(name), Trim.KEPT, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
