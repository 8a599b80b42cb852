package org.tongqu.engines.space.filter;

import java.util.Optional;
import org.tongqu.engines.space.filter.Value.Kind;

/**
 * A time with a beginning and an end, both of which belong to it.
 *
 * @param from a day or a moment; empty when it has no beginning
 * @param to a day or a moment; empty when it has no end
 */
public record Period(Optional<Value> from, Optional<Value> to) implements Part {

    /** Of an instant. */
    public static Period of(Value instant) {
        return new Period(Optional.of(instant), Optional.of(instant));
    }

    static boolean isTime(Value value) {
        return value.kind() == Kind.DAY || value.kind() == Kind.MOMENT;
    }
}
