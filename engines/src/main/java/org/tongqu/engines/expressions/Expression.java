package org.tongqu.engines.expressions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * A condition that was understood. Evaluating it is total: for every data tree it holds or it does not.
 *
 * <ul>
 *   <li>{@code == !=} compare by value; something missing equals only {@code nothing}
 *   <li>{@code < <= > >=} compare two numbers, or two texts by their units, so dates compare as dates
 *   <li>{@code in ('a', 'b')}, {@code and}, {@code or}, {@code not}, round brackets
 *   <li>{@code sum(rows.amount)} adds the numbers and {@code count(rows)} counts the items at a path
 *   <li>a path alone holds when it is true, e.g. {@code filedByAgent}
 * </ul>
 */
public sealed interface Expression {

    record Literal(Datum value) implements Expression {}

    /** A place in the data tree, e.g. {@code residence.division}. */
    record Path(String path) implements Expression {}

    record Call(Function function, String path) implements Expression {}

    record Not(Expression inner) implements Expression {}

    record Both(Expression left, Expression right) implements Expression {}

    record Either(Expression left, Expression right) implements Expression {}

    record Compared(Expression left, Sign sign, Expression right) implements Expression {}

    record OneOf(Expression left, List<Expression> choices) implements Expression {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /** What can be counted over the items of a path. */
    enum Function {
        SUM,
        COUNT
    }

    /** How two values are compared. */
    enum Sign {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    static Outcome<Expression, ExpressionProblem> read(String text) {
        return ExpressionReader.read(text);
    }

    /** Whether the condition is met by these facts. */
    default boolean holds(Datum facts) {
        return Evaluation.holds(this, facts);
    }

    /** Every path the expression looks at, in the order it names them. */
    default Set<String> paths() {
        var found = new LinkedHashSet<String>();
        collectPaths(this, found);
        return found;
    }

    /** The quoted texts that the expression compares with the path: {@code accept} in {@code outcome == 'accept'}. */
    default Set<String> textsComparedWith(String path) {
        var found = new LinkedHashSet<String>();
        collectTexts(this, new Path(path), found);
        return found;
    }

    private static void collectPaths(Expression expression, Set<String> found) {
        switch (expression) {
            case Literal literal -> {}
            case Path(var path) -> found.add(path);
            case Call call -> found.add(call.path());
            case Not(var inner) -> collectPaths(inner, found);
            case Both(var left, var right) -> {
                collectPaths(left, found);
                collectPaths(right, found);
            }
            case Either(var left, var right) -> {
                collectPaths(left, found);
                collectPaths(right, found);
            }
            case Compared compared -> {
                collectPaths(compared.left(), found);
                collectPaths(compared.right(), found);
            }
            case OneOf(var left, var choices) -> {
                collectPaths(left, found);
                choices.forEach(choice -> collectPaths(choice, found));
            }
        }
    }

    private static void collectTexts(Expression expression, Path path, Set<String> found) {
        switch (expression) {
            case Literal literal -> {}
            case Path alone -> {}
            case Call call -> {}
            case Not(var inner) -> collectTexts(inner, path, found);
            case Both(var left, var right) -> {
                collectTexts(left, path, found);
                collectTexts(right, path, found);
            }
            case Either(var left, var right) -> {
                collectTexts(left, path, found);
                collectTexts(right, path, found);
            }
            case Compared compared -> {
                if (compared.left().equals(path)) {
                    collectText(compared.right(), found);
                }
                if (compared.right().equals(path)) {
                    collectText(compared.left(), found);
                }
            }
            case OneOf(var left, var choices) -> {
                if (left.equals(path)) {
                    choices.forEach(choice -> collectText(choice, found));
                }
            }
        }
    }

    private static void collectText(Expression expression, Set<String> found) {
        if (expression instanceof Literal literal && literal.value() instanceof Datum.Text text) {
            found.add(text.value());
        }
    }
}
