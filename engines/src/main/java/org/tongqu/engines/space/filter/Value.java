package org.tongqu.engines.space.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.tongqu.engines.registers.Attribute;

/** What has a value that can be compared. */
public sealed interface Value extends Part {

    Kind kind();

    /** What kind of value it is. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        MOMENT
    }

    /** What the feature says of an attribute; it may say nothing. */
    record Named(String attribute, Kind kind) implements Value {

        public static Named of(Attribute attribute) {
            return new Named(
                    attribute.name(),
                    switch (attribute.kind()) {
                        case NUMBER -> Kind.NUMBER;
                        case DATE -> Kind.DAY;
                        case TEXT, CODE, GEOMETRY -> Kind.TEXT;
                    });
        }
    }

    record Text(String text) implements Value {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    record Number(BigDecimal number) implements Value {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    record Day(LocalDate day) implements Value {
        @Override
        public Kind kind() {
            return Kind.DAY;
        }
    }

    record Moment(Instant moment) implements Value {
        @Override
        public Kind kind() {
            return Kind.MOMENT;
        }
    }

    /** A text without what does not count when it is compared. */
    record Folded(Fold fold, Value text) implements Value {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** What does not count. */
    enum Fold {
        CASE,
        ACCENTS
    }

    /** Of numbers; nothing where it cannot be calculated, as when something is divided by nought. */
    record Calculated(Value left, Operation operation, Value right) implements Value {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** How two numbers make one. */
    enum Operation {
        ADDED,
        SUBTRACTED,
        MULTIPLIED,
        DIVIDED,
        /** The whole number of times. */
        WHOLE,
        /** What the whole number of times leaves. */
        REST,
        POWER
    }
}
