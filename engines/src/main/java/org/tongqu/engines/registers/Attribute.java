package org.tongqu.engines.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * What a register knows of each of its things.
 *
 * @param also what else forms and matters call it
 * @param standard the standard that says what it means, e.g. {@code GB/T 2261.1}
 * @param needed whether a record of its first source must have it
 * @param codes what each code stands for; empty when every value is allowed
 * @param rule how values are checked besides their kind
 * @param sources who may speak for it; the first is believed before the others
 * @param yieldsAfter an earlier source is not believed any more when its value is so many days older than the newest
 */
public record Attribute(
        String name,
        List<String> also,
        Label title,
        ValueKind kind,
        Optional<String> standard,
        Sensitivity sensitivity,
        Need needed,
        Map<String, Label> codes,
        Optional<IdentifierRule> rule,
        List<String> sources,
        OptionalInt yieldsAfter) {

    /** What kind of value it is; all are kept as text. */
    public enum ValueKind {
        TEXT,
        /** A day as 2026-11-22, never after the day on which it is told. */
        DATE,
        NUMBER,
        /** One of a list. */
        CODE,
        /** A shape on the map, as GeoJSON or WKT. */
        GEOMETRY
    }

    /** Whether a record can do without it. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public Attribute {
        codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        also = List.copyOf(also);
        sources = List.copyOf(sources);
    }

    /** Whether it is kept sealed. */
    public boolean isSealed() {
        return sensitivity == Sensitivity.SENSITIVE;
    }

    /** Whether it is shown in full to those alone who may see persons. */
    public boolean isMasked() {
        return sensitivity == Sensitivity.PERSONAL || isSealed();
    }
}
