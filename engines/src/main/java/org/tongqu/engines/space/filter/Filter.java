package org.tongqu.engines.space.filter;

import java.util.List;

/**
 * What must hold of a feature, by a logic of three values: of what the feature does not say neither a condition nor its opposite
 * holds.
 */
public sealed interface Filter extends Part {

    record And(List<Filter> all) implements Filter {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<Filter> any) implements Filter {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Filter filter) implements Filter {}

    /** The same of every feature. */
    record Constant(boolean is) implements Filter {}

    record Compared(Value left, Sign sign, Value right) implements Filter {}

    record Between(Value number, Value least, Value most) implements Filter {}

    record In(Value value, List<Value> among) implements Filter {
        public In {
            among = List.copyOf(among);
        }
    }

    /** @param pattern with {@code %} for any signs, {@code _} for one, and a backslash before those that mean themselves */
    record Like(Value text, Value pattern) implements Filter {}

    /** The feature says nothing of it. */
    record Missing(Value value) implements Filter {}

    /** It is not known whether it holds. */
    record Unknown(Filter filter) implements Filter {}

    /** How two answers are to each other. */
    record Agreed(Filter left, Sign sign, Filter right) implements Filter {}

    /** When it is. */
    record Happens(When when, Period one, Period other) implements Filter {}

    /** Where it lies. */
    record Lies(How how, Area one, Area other) implements Filter {}

    /** How two values are to each other. */
    enum Sign {
        EQUAL,
        OTHER,
        LESS,
        LESS_OR_EQUAL,
        MORE,
        MORE_OR_EQUAL
    }

    /** How two shapes lie to each other. */
    enum How {
        INTERSECTS,
        EQUALS,
        DISJOINT,
        TOUCHES,
        WITHIN,
        OVERLAPS,
        CROSSES,
        CONTAINS
    }

    /** How two times are to each other. */
    enum When {
        AFTER,
        BEFORE,
        DISJOINT,
        EQUALS,
        INTERSECTS,
        CONTAINS,
        DURING,
        FINISHEDBY,
        FINISHES,
        MEETS,
        METBY,
        OVERLAPPEDBY,
        OVERLAPS,
        STARTEDBY,
        STARTS;

        /** Whether it can be asked of a day or a moment; the others are of intervals alone. */
        boolean isOfInstants() {
            return ordinal() <= INTERSECTS.ordinal();
        }
    }

    /** Whether it can be told without any shape. */
    default boolean isShapeless() {
        return switch (this) {
            case And(var all) -> all.stream().allMatch(Filter::isShapeless);
            case Or(var any) -> any.stream().allMatch(Filter::isShapeless);
            case Not(var filter) -> filter.isShapeless();
            case Unknown(var filter) -> filter.isShapeless();
            case Agreed(var left, var sign, var right) -> left.isShapeless() && right.isShapeless();
            case Lies lies -> false;
            default -> true;
        };
    }
}
