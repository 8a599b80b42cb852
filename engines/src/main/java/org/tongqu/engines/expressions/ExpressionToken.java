package org.tongqu.engines.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongqu.engines.expressions.ExpressionProblem.Kind;
import org.tongqu.engines.expressions.ExpressionReader.NotUnderstood;

/** A word, number, quoted text or sign of an expression, and the column it starts in. */
record ExpressionToken(Type type, String text, int column) {

    enum Type {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*)"
            + "|(?<number>-?[0-9]{1,18}(?:\\.[0-9]{1,6})?)"
            + "|'(?<text>[^']*)'"
            + "|(?<sign>==|!=|<=|>=|<|>|\\(|\\)|,)"
            + ")");

    static List<ExpressionToken> tokens(String text) {
        List<ExpressionToken> tokens = new ArrayList<>();
        var trimmed = text.stripTrailing();
        var matcher = TOKEN.matcher(trimmed);
        var at = 0;
        while (at < trimmed.length()) {
            if (!matcher.region(at, trimmed.length()).lookingAt()) {
                throw unknown(trimmed, at);
            }
            for (var type : List.of(Type.WORD, Type.NUMBER, Type.TEXT, Type.SIGN)) {
                var name = type.name().toLowerCase(Locale.ROOT);
                if (matcher.group(name) != null) {
                    tokens.add(new ExpressionToken(
                            type, matcher.group(name), matcher.start(name) + (type == Type.TEXT ? 0 : 1)));
                }
            }
            at = matcher.end();
        }
        tokens.add(new ExpressionToken(Type.END, "", trimmed.length() + 1));
        return tokens;
    }

    private static NotUnderstood unknown(String text, int from) {
        var at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        var kind = text.charAt(at) == '\'' ? Kind.TEXT_NOT_CLOSED : Kind.SIGN_UNKNOWN;
        return new NotUnderstood(new ExpressionProblem(at + 1, kind, text.substring(at, at + 1)));
    }
}
