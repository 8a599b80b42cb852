package org.tongqu.engines.space.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.engines.space.filter.Unread.Said;

/** The words of a filter, read one after another. */
final class FilterWords {

    private static final Pattern WORD = Pattern.compile(
            "(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)|\"(?<quoted>[^\"]+)\""
                    + "|(?<name>[\\p{L}_:][\\p{L}\\p{M}\\p{Nd}_.:]*)|(?<sign><>|<=|>=|[=<>(),+*/%^-])");

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
            return (kind == Kind.NAME || kind == Kind.SIGN) && upper().equals(keyword);
        }

        String upper() {
            return said.toUpperCase(Locale.ROOT);
        }

        Said place() {
            return new Said(String.valueOf(at + 1), said);
        }
    }

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int next;

    FilterWords(String text) {
        this.text = text;
        var at = gap(0);
        var matcher = WORD.matcher(text);
        while (at < text.length()) {
            var word = text.charAt(at) == '\'' ? quoted(at) : word(matcher, at);
            words.add(word);
            if (word.kind() == Kind.BROKEN) {
                return;
            }
            at = gap(word.end());
        }
        words.add(new Word(Kind.END, "", at, at));
    }

    private int gap(int from) {
        var at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A text; a quote in it is written twice or behind a backslash. Other backslashes stay: they mean something in patterns. */
    private Word quoted(int from) {
        var said = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            var sign = text.charAt(at);
            var isFollowed = at + 1 < text.length() && text.charAt(at + 1) == '\'';
            if (sign == '\\' && at + 1 < text.length()) {
                said.append(isFollowed ? "" : "\\").append(text.charAt(++at));
            } else if (sign != '\'') {
                said.append(sign);
            } else if (isFollowed) {
                said.append(sign);
                at++;
            } else {
                return new Word(Kind.TEXT, said.toString(), from, at + 1);
            }
        }
        return broken(from);
    }

    private Word broken(int from) {
        return new Word(Kind.BROKEN, text.substring(from).strip(), from, from);
    }

    private Word word(Matcher matcher, int from) {
        if (!matcher.region(from, text.length()).lookingAt()) {
            return broken(from);
        }
        for (var kind : List.of(Kind.NUMBER, Kind.QUOTED, Kind.NAME, Kind.SIGN)) {
            var said = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (said != null) {
                return new Word(kind, said, from, matcher.end());
            }
        }
        return broken(from);
    }

    int count() {
        return words.size();
    }

    Word peek() {
        return words.get(next);
    }

    /** Whether the word is followed by an opening bracket: then it is no attribute. */
    boolean isCalled() {
        return next + 1 < words.size() && words.get(next + 1).is("(");
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

    /** The text from a word up to the bracket that closes the first that it opens; empty when none does. */
    String throughClosing(Word from) {
        var depth = 0;
        while (true) {
            var word = take();
            if (word.kind() == Kind.END || word.kind() == Kind.BROKEN) {
                return "";
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth == 0 && word.is(")")) {
                return text.substring(from.at(), word.end());
            }
        }
    }
}
