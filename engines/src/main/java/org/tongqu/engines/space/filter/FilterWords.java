package org.tongqu.engines.space.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter, read one after another. */
final class FilterWords {

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^']|'')*')|(?<number>[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)"
                    + "|\"(?<quoted>[^\"]+)\"|(?<name>[A-Za-z_][A-Za-z0-9_.]*)|(?<sign><>|<=|>=|[=<>(),]))");

    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        QUOTED,
        SIGN,
        BROKEN,
        END
    }

    /** @param at from where on it stands in the text. @param end behind it */
    record Word(Kind kind, String said, int at, int end) {

        boolean is(String keyword) {
            return (kind == Kind.NAME || kind == Kind.SIGN)
                    && said.toUpperCase(Locale.ROOT).equals(keyword);
        }
    }

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int next;

    FilterWords(String text) {
        this.text = text;
        var matcher = WORD.matcher(text);
        var at = 0;
        while (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
            words.add(word(matcher));
            at = matcher.end();
        }
        var rest = text.substring(at).strip();
        var from = rest.isEmpty() ? text.length() : text.indexOf(rest, at);
        words.add(new Word(rest.isEmpty() ? Kind.END : Kind.BROKEN, rest, from, from));
    }

    private static Word word(Matcher matcher) {
        var text = matcher.group("text");
        if (text != null) {
            return made(
                    matcher,
                    Kind.TEXT,
                    "text",
                    text.substring(1, text.length() - 1).replace("''", "'"));
        }
        for (var kind : List.of(Kind.NUMBER, Kind.QUOTED, Kind.NAME)) {
            var group = kind.name().toLowerCase(Locale.ROOT);
            var said = matcher.group(group);
            if (said != null) {
                return made(matcher, kind, group, said);
            }
        }
        return made(matcher, Kind.SIGN, "sign", matcher.group("sign"));
    }

    private static Word made(Matcher matcher, Kind kind, String group, String said) {
        return new Word(kind, said, matcher.start(group), matcher.end());
    }

    int count() {
        return words.size();
    }

    Word peek() {
        return words.get(next);
    }

    Word take() {
        var word = words.get(next);
        next = Math.min(next + 1, words.size() - 1);
        return word;
    }

    /** Takes the word if it is this one. */
    boolean took(String keyword) {
        if (peek().is(keyword)) {
            take();
            return true;
        }
        return false;
    }

    /** The text from a word up to the bracket that closes what is open before it; the bracket is taken. */
    String upToClosing(Word from) {
        var depth = 1;
        while (true) {
            var word = take();
            if (word.kind() == Kind.END || word.kind() == Kind.BROKEN) {
                return "";
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth == 0) {
                return text.substring(from.at(), word.end() - 1).strip();
            }
        }
    }
}
