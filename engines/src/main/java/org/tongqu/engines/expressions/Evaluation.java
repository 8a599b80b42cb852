package org.tongqu.engines.expressions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tongqu.engines.expressions.Expression.Call;
import org.tongqu.engines.expressions.Expression.Compared;
import org.tongqu.kernel.data.Datum;

/** What an expression says of a data tree. */
final class Evaluation {

    private Evaluation() {}

    static boolean holds(Expression expression, Datum facts) {
        return switch (expression) {
            case Expression.Not(var inner) -> !holds(inner, facts);
            case Expression.Both(var left, var right) -> holds(left, facts) && holds(right, facts);
            case Expression.Either(var left, var right) -> holds(left, facts) || holds(right, facts);
            case Compared compared -> compare(compared, facts);
            case Expression.OneOf(var left, var choices) -> {
                var value = value(left, facts);
                yield choices.stream().anyMatch(choice -> value(choice, facts).equals(value));
            }
            case Expression.Literal literal -> isTrue(literal.value());
            case Expression.Path(var path) -> isTrue(facts.at(path));
            case Call call -> false;
        };
    }

    private static boolean compare(Compared compared, Datum facts) {
        var left = value(compared.left(), facts);
        var right = value(compared.right(), facts);
        return switch (compared.sign()) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS -> ordered(left, right).stream().anyMatch(order -> order < 0);
            case LESS_OR_EQUAL -> ordered(left, right).stream().anyMatch(order -> order <= 0);
            case GREATER -> ordered(left, right).stream().anyMatch(order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(left, right).stream().anyMatch(order -> order >= 0);
        };
    }

    private static OptionalInt ordered(Datum left, Datum right) {
        if (left instanceof Datum.Number a && right instanceof Datum.Number b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof Datum.Text a && right instanceof Datum.Text b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        return OptionalInt.empty();
    }

    private static Datum value(Expression expression, Datum facts) {
        return switch (expression) {
            case Expression.Literal(var value) -> value;
            case Expression.Path(var path) -> facts.at(path);
            case Call(var function, var path) ->
                switch (function) {
                    case SUM -> sum(facts, path);
                    case COUNT -> Datum.of(facts.items(path).size());
                };
            case Expression.Not not -> new Datum.Truth(holds(not, facts));
            case Expression.Both both -> new Datum.Truth(holds(both, facts));
            case Expression.Either either -> new Datum.Truth(holds(either, facts));
            case Compared compared -> new Datum.Truth(holds(compared, facts));
            case Expression.OneOf oneOf -> new Datum.Truth(holds(oneOf, facts));
        };
    }

    private static Datum sum(Datum facts, String path) {
        var total = BigDecimal.ZERO;
        for (var found : spread(facts, List.of(path.split("\\.")))) {
            if (found instanceof Datum.Number number) {
                total = total.add(number.value());
            }
        }
        return Datum.of(total);
    }

    /** All data a path leads to when it is followed into every item it meets. */
    private static List<Datum> spread(Datum here, List<String> steps) {
        if (here instanceof Datum.Items items) {
            List<Datum> found = new ArrayList<>();
            items.values().forEach(item -> found.addAll(spread(item, steps)));
            return found;
        }
        return steps.isEmpty() ? List.of(here) : spread(here.at(steps.getFirst()), steps.subList(1, steps.size()));
    }

    private static boolean isTrue(Datum datum) {
        return datum instanceof Datum.Truth truth && truth.value();
    }
}
