package org.tongqu.engines.exchanges;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongqu.kernel.text.Label;

/**
 * What the value of a column must keep to; a row that does not is set aside. Nothing is said about a column that is
 * empty, except by {@link Required}.
 *
 * @param id stands in the quarantine beside the row
 * @param basis the law or standard it follows, e.g. {@code GB 11643-1999}
 */
public record QualityRule(String id, String column, Check check, Label meaning, String basis) {

    /** What is asked of the value as it will be in the target, before it gets the column's type. */
    public sealed interface Check {}

    public record Required() implements Check {}

    /** Eighteen signs with a date and a check sign. */
    public record CitizenNumber() implements Check {}

    /** The number of an organisation: eighteen signs with a check sign. */
    public record CreditCode() implements Check {}

    /** The whole text has this shape. */
    public record Shape(Pattern pattern) implements Check {}

    public record OneOf(Set<String> values) implements Check {
        public OneOf {
            values = Set.copyOf(values);
        }
    }

    /** A number not below the least and not above the most. */
    public record Between(BigDecimal least, BigDecimal most) implements Check {}

    /** A day or moment not before the first and not after the last, written {@code 1900-01-01}. */
    public record During(LocalDate first, LocalDate last) implements Check {}
}
