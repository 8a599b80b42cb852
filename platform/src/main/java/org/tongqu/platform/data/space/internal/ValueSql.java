package org.tongqu.platform.data.space.internal;

import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.engines.space.filter.Filter;
import org.tongqu.engines.space.filter.Filter.Sign;
import org.tongqu.engines.space.filter.Filter.When;
import org.tongqu.engines.space.filter.Period;
import org.tongqu.engines.space.filter.Value;
import org.tongqu.engines.space.filter.Value.Kind;

/**
 * Conditions about values in the words of the store. The texts are constant; names and values are bound, in the order in which
 * they stand. Days are those of the country where they are compared with moments.
 */
final class ValueSql {

    private final String told;

    /** @param told the column with what may be known of a feature */
    ValueSql(String told) {
        this.told = told;
    }

    /** A condition of which each part is bound where it stands. */
    String compared(Filter.Compared compared, Where bound) {
        var kind = common(compared.left(), compared.right());
        return as(kind, compared.left(), bound) + sign(compared.sign()) + as(kind, compared.right(), bound);
    }

    String between(Filter.Between between, Where bound) {
        return value(between.number(), bound) + " BETWEEN " + value(between.least(), bound) + " AND "
                + value(between.most(), bound);
    }

    String in(Filter.In in, Where bound) {
        var kind = in.among().stream().map(Value::kind).anyMatch(Kind.MOMENT::equals)
                ? Kind.MOMENT
                : in.value().kind();
        return as(kind, in.value(), bound)
                + in.among().stream().map(one -> as(kind, one, bound)).collect(Collectors.joining(", ", " IN (", ")"));
    }

    String like(Filter.Like like, Where bound) {
        return value(like.text(), bound) + " LIKE " + value(like.pattern(), bound);
    }

    String missing(Value value, Where bound) {
        return value(value, bound) + " IS NULL";
    }

    private static Kind common(Value one, Value other) {
        return other.kind() == Kind.MOMENT ? Kind.MOMENT : one.kind();
    }

    static String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> " = ";
            case OTHER -> " <> ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case MORE -> " > ";
            case MORE_OR_EQUAL -> " >= ";
        };
    }

    private String as(Kind kind, Value value, Where bound) {
        var text = value(value, bound);
        return kind == Kind.MOMENT && value.kind() == Kind.DAY
                ? "(CAST(" + text + " AS timestamp) AT TIME ZONE 'Asia/Shanghai')"
                : text;
    }

    private String value(Value value, Where bound) {
        return switch (value) {
            case Value.Named(var attribute, var kind) -> {
                bound.and("", attribute);
                yield named(kind);
            }
            case Value.Text(var text) -> {
                bound.and("", text);
                yield "CAST(? AS text) COLLATE \"C\"";
            }
            case Value.Number(var number) -> {
                bound.and("", number);
                yield "CAST(? AS numeric)";
            }
            case Value.Day(var day) -> {
                bound.and("", day.toString());
                yield "CAST(? AS date)";
            }
            case Value.Moment(var moment) -> {
                bound.and("", moment.toString());
                yield "CAST(? AS timestamptz)";
            }
            case Value.Folded(var fold, var text) -> folded(fold, value(text, bound));
            case Value.Calculated(var left, var operation, var right) ->
                calculated(operation, value(left, bound), value(right, bound));
        };
    }

    private String named(Kind kind) {
        var said = "NULLIF(" + told + " ->> ?, '')";
        return switch (kind) {
            case TEXT -> said + " COLLATE \"C\"";
            case NUMBER -> "CAST(" + said + " AS numeric)";
            case DAY -> "CAST(" + said + " AS date)";
            case MOMENT -> "CAST(" + said + " AS timestamptz)";
        };
    }

    private static String folded(Value.Fold fold, String text) {
        return switch (fold) {
            case CASE -> "casefold((" + text + ") COLLATE pg_unicode_fast) COLLATE \"C\"";
            case ACCENTS ->
                "normalize(regexp_replace(normalize(" + text
                        + ", NFD), '[\\u0300-\\u036f]', '', 'g'), NFC) COLLATE \"C\"";
        };
    }

    private static String calculated(Value.Operation operation, String left, String right) {
        return switch (operation) {
            case ADDED -> "(" + left + " + " + right + ")";
            case SUBTRACTED -> "(" + left + " - " + right + ")";
            case MULTIPLIED -> "(" + left + " * " + right + ")";
            case DIVIDED -> "(" + left + " / NULLIF(" + right + ", 0))";
            case WHOLE -> "div(" + left + ", NULLIF(" + right + ", 0))";
            case REST -> "mod(" + left + ", NULLIF(" + right + ", 0))";
            case POWER -> "space.power(" + left + ", " + right + ")";
        };
    }

    String happens(Filter.Happens happens, Where bound) {
        var one = happens.one();
        var other = happens.other();
        return switch (happens.when()) {
            case AFTER -> from(one, bound) + " > " + to(other, bound);
            case BEFORE -> to(one, bound) + " < " + from(other, bound);
            case DISJOINT -> "NOT (" + overlap(one, other, bound) + ")";
            case INTERSECTS -> overlap(one, other, bound);
            case MEETS -> to(one, bound) + " = " + from(other, bound);
            case METBY -> from(one, bound) + " = " + to(other, bound);
            case OVERLAPS -> both(one, "<", other, "<", bound) + " AND " + to(one, bound) + " > " + from(other, bound);
            case OVERLAPPEDBY ->
                both(one, ">", other, ">", bound) + " AND " + from(one, bound) + " < " + to(other, bound);
            case EQUALS, CONTAINS, DURING, FINISHEDBY, FINISHES, STARTEDBY, STARTS ->
                both(one, begins(happens.when()), other, ends(happens.when()), bound);
        };
    }

    private static String begins(When when) {
        return switch (when) {
            case CONTAINS, FINISHEDBY -> "<";
            case DURING, FINISHES -> ">";
            default -> "=";
        };
    }

    private static String ends(When when) {
        return switch (when) {
            case CONTAINS, STARTEDBY -> ">";
            case DURING, STARTS -> "<";
            default -> "=";
        };
    }

    private String overlap(Period one, Period other, Where bound) {
        return from(one, bound) + " <= " + to(other, bound) + " AND " + to(one, bound) + " >= " + from(other, bound);
    }

    /** How the beginnings are to each other, and the ends. */
    private String both(Period one, String begins, Period other, String ends, Where bound) {
        return from(one, bound) + " " + begins + " " + from(other, bound) + " AND " + to(one, bound) + " " + ends + " "
                + to(other, bound);
    }

    private String from(Period period, Where bound) {
        return end(period.from(), "CAST('-infinity' AS timestamptz)", bound);
    }

    private String to(Period period, Where bound) {
        return end(period.to(), "CAST('infinity' AS timestamptz)", bound);
    }

    private String end(Optional<Value> end, String open, Where bound) {
        return end.map(value -> as(Kind.MOMENT, value, bound)).orElse(open);
    }
}
