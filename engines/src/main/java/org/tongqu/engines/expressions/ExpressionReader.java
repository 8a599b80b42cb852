package org.tongqu.engines.expressions;

import static org.tongqu.engines.expressions.ExpressionProblem.Kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.expressions.Expression.Function;
import org.tongqu.engines.expressions.Expression.Sign;
import org.tongqu.engines.expressions.ExpressionToken.Type;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** A parser by hand: or, and, not, comparison, value. */
final class ExpressionReader {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 20;
    private static final Map<String, Sign> SIGNS = Map.of(
            "==", Sign.EQUAL,
            "!=", Sign.NOT_EQUAL,
            "<", Sign.LESS,
            "<=", Sign.LESS_OR_EQUAL,
            ">", Sign.GREATER,
            ">=", Sign.GREATER_OR_EQUAL);

    private final List<ExpressionToken> tokens;
    private int next;
    private int depth;

    private ExpressionReader(List<ExpressionToken> tokens) {
        this.tokens = tokens;
    }

    static Outcome<Expression, ExpressionProblem> read(String text) {
        if (text.length() > LONGEST) {
            return Outcome.refused(new ExpressionProblem(LONGEST, Kind.TOO_LONG, ""));
        }
        try {
            var reader = new ExpressionReader(ExpressionToken.tokens(text));
            var expression = reader.either();
            if (reader.peek().type() != Type.END) {
                throw reader.wrong(Kind.END_EXPECTED);
            }
            return Outcome.done(expression);
        } catch (NotUnderstood stopped) {
            return Outcome.refused(stopped.problem);
        }
    }

    private Expression either() {
        var left = both();
        while (takeWord("or")) {
            left = new Expression.Either(left, both());
        }
        return left;
    }

    private Expression both() {
        var left = not();
        while (takeWord("and")) {
            left = new Expression.Both(left, not());
        }
        return left;
    }

    private Expression not() {
        if (++depth > DEEPEST) {
            throw wrong(Kind.TOO_LONG);
        }
        var read = takeWord("not") ? new Expression.Not(not()) : comparison();
        depth--;
        return read;
    }

    private Expression comparison() {
        var left = value();
        if (takeWord("in")) {
            return new Expression.OneOf(left, choices());
        }
        var sign = SIGNS.get(peek().text());
        if (peek().type() != Type.SIGN || sign == null) {
            return left;
        }
        next++;
        return new Expression.Compared(left, sign, value());
    }

    private List<Expression> choices() {
        require("(");
        List<Expression> choices = new ArrayList<>();
        do {
            choices.add(value());
        } while (takeSign(","));
        require(")");
        return choices;
    }

    private Expression value() {
        var token = peek();
        return switch (token.type()) {
            case NUMBER -> {
                next++;
                yield new Expression.Literal(Datum.of(new BigDecimal(token.text())));
            }
            case TEXT -> {
                next++;
                yield new Expression.Literal(Datum.of(token.text()));
            }
            case WORD -> word(token);
            case SIGN -> {
                if (!takeSign("(")) {
                    throw wrong(Kind.VALUE_EXPECTED);
                }
                var inner = either();
                require(")");
                yield inner;
            }
            case END -> throw wrong(Kind.VALUE_EXPECTED);
        };
    }

    private Expression word(ExpressionToken token) {
        next++;
        switch (token.text()) {
            case "true":
                return new Expression.Literal(new Datum.Truth(true));
            case "false":
                return new Expression.Literal(new Datum.Truth(false));
            case "nothing":
                return new Expression.Literal(Datum.nothing());
            case "and", "or", "not", "in":
                next--;
                throw wrong(Kind.VALUE_EXPECTED);
            default:
                return takeSign("(") ? call(token) : new Expression.Path(token.text());
        }
    }

    private Expression call(ExpressionToken name) {
        var function = switch (name.text()) {
            case "sum" -> Function.SUM;
            case "count" -> Function.COUNT;
            default ->
                throw new NotUnderstood(new ExpressionProblem(name.column(), Kind.FUNCTION_UNKNOWN, name.text()));
        };
        var path = peek();
        if (path.type() != Type.WORD) {
            throw wrong(Kind.VALUE_EXPECTED);
        }
        next++;
        require(")");
        return new Expression.Call(function, path.text());
    }

    private ExpressionToken peek() {
        return tokens.get(next);
    }

    private boolean takeWord(String word) {
        return take(Type.WORD, word);
    }

    private boolean takeSign(String sign) {
        return take(Type.SIGN, sign);
    }

    private boolean take(Type type, String text) {
        var taken = peek().type() == type && peek().text().equals(text);
        if (taken) {
            next++;
        }
        return taken;
    }

    private void require(String sign) {
        if (!takeSign(sign)) {
            throw wrong(Kind.BRACKET_EXPECTED);
        }
    }

    private NotUnderstood wrong(Kind kind) {
        return new NotUnderstood(new ExpressionProblem(peek().column(), kind, peek().text()));
    }

    /** Leaves the recursion at the first thing that makes no sense. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ExpressionProblem problem;

        NotUnderstood(ExpressionProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }
}
