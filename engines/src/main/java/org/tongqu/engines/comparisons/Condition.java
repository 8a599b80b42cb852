package org.tongqu.engines.comparisons;

import java.math.BigDecimal;
import java.util.List;

/** What a row has to say in a column to be compared. */
public record Condition(String column, Test test) {

    /** A test of one value. */
    public sealed interface Test {

        record OneOf(List<String> values) implements Test {
            public OneOf {
                values = List.copyOf(values);
            }
        }

        record NoneOf(List<String> values) implements Test {
            public NoneOf {
                values = List.copyOf(values);
            }
        }

        /** A number greater than the limit. */
        record Above(BigDecimal limit) implements Test {}

        /** A number less than the limit. */
        record Below(BigDecimal limit) implements Test {}

        record Filled() implements Test {}

        record Empty() implements Test {}
    }
}
