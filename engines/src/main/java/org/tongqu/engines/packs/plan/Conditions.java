package org.tongqu.engines.packs.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.data.Datum;

/** Writes a condition as a pack writes it. */
final class Conditions {

    private Conditions() {}

    static String text(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var value) -> literal(value);
            case Expression.Path(var path) -> path;
            case Expression.Call(var function, var path) -> function.name().toLowerCase(Locale.ROOT) + "(" + path + ")";
            case Expression.Not(var inner) -> "not " + text(inner);
            case Expression.Both(var left, var right) -> text(left) + " and " + text(right);
            case Expression.Either(var left, var right) -> "(" + text(left) + " or " + text(right) + ")";
            case Expression.Compared(var left, var sign, var right) ->
                text(left) + " " + sign(sign) + " " + text(right);
            case Expression.OneOf(var left, var choices) ->
                text(left) + " in (" + choices.stream().map(Conditions::text).collect(Collectors.joining(", ")) + ")";
        };
    }

    private static String literal(Datum value) {
        return switch (value) {
            case Datum.Nothing nothing -> "nothing";
            case Datum.Text(var words) -> "'" + words + "'";
            default -> value.canonical();
        };
    }

    private static String sign(Expression.Sign sign) {
        return switch (sign) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
