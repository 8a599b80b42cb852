package org.tongqu.engines.comparisons;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a row has to say in a column to be compared. */
public record Condition(String column, Test test) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}([.][0-9]{1,30})?");

    /** Whether a value fulfils it; a text that is no number is neither above nor below anything. */
    public boolean holds(String value) {
        return switch (test) {
            case Test.OneOf(var some) -> some.contains(value);
            case Test.NoneOf(var some) -> !some.contains(value);
            case Test.Above(var limit) ->
                number(value).filter(number -> number.compareTo(limit) > 0).isPresent();
            case Test.Below(var limit) ->
                number(value).filter(number -> number.compareTo(limit) < 0).isPresent();
            case Test.Filled() -> !value.isEmpty();
            case Test.Empty() -> value.isEmpty();
        };
    }

    private static Optional<BigDecimal> number(String value) {
        return NUMBER.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

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
