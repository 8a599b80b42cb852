package org.tongqu.engines.schema;

import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * One property a schema speaks of.
 *
 * @param path     without item numbers: {@code shareholders.citizenNumber} is that of every shareholder
 * @param required asked for whatever else was answered; what is required only under a condition is not
 * @param meaning  what it is, in the words of the trade
 * @param source   the register and field that already knows it, e.g. {@code population.name}
 * @param expected what to tell somebody whose answer does not match the property's pattern ({@code x-expected})
 * @param line     where the schema file says so
 */
public record Property(
        String path,
        Type type,
        boolean required,
        Optional<Label> meaning,
        Optional<String> source,
        Sensitivity sensitivity,
        Optional<Identifier> identifier,
        Optional<Label> expected,
        int line) {

    /** What kind of value it holds. */
    public enum Type {
        TEXT,
        NUMBER,
        TRUTH,
        FIELDS,
        ITEMS
    }

    /** How carefully a value is treated, from what everybody may read to what the law calls sensitive. */
    public enum Sensitivity {
        PUBLIC,
        INTERNAL,
        PERSONAL,
        SENSITIVE
    }
}
