package org.tongqu.engines.space.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What must hold of a feature. A predicate about an attribute that it has not holds neither so nor negated. */
public sealed interface Filter {

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

    /** About one attribute: the store answers it. */
    sealed interface Plain extends Filter {
        String attribute();
    }

    /** @param value of a number attribute a number */
    record Compared(String attribute, Sign sign, String value) implements Plain {}

    record Between(String attribute, String least, String most) implements Plain {}

    record In(String attribute, List<String> values) implements Plain {
        public In {
            values = List.copyOf(values);
        }
    }

    /** @param pattern with {@code %} for any signs, {@code _} for one, and a backslash before those that mean themselves */
    record Like(String attribute, String pattern) implements Plain {}

    record Missing(String attribute) implements Plain {}

    /** About where it lies. */
    record Lies(How how, Geometry shape) implements Filter {}

    /** How two values are to each other. */
    enum Sign {
        EQUAL,
        OTHER,
        LESS,
        LESS_OR_EQUAL,
        MORE,
        MORE_OR_EQUAL
    }

    /** How a feature lies to a shape. */
    enum How {
        INTERSECTS,
        WITHIN
    }
}
