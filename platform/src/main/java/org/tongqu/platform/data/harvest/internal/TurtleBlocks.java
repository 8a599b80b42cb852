package org.tongqu.platform.data.harvest.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Turtle document one statement at a time, each up to its full stop, so that a broken one costs itself alone. Whether a
 * statement is right is not asked here. After a broken one reading goes on behind the first line in it that ends as a
 * statement does: a quotation mark that is missing does not swallow what follows.
 */
final class TurtleBlocks {

    private static final Pattern DIRECTIVE = Pattern.compile("(?i)(?:prefix|base)\\s");
    private static final Pattern END_OF_LINE = Pattern.compile("\\.[ \\t]*\\r?\\n(?=\\s*\\S)");
    private static final int AT_ONCE = 1 << 14;
    private static final int NOWHERE = -1;

    private final Reader in;
    private final int longest;
    private final StringBuilder window = new StringBuilder();
    private final char[] taken = new char[AT_ONCE];
    private int start;
    private int at;
    private int mark = NOWHERE;

    /** @param longest statement in UTF-16 units */
    TurtleBlocks(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** @param isWhole false when it is longer than a statement may be: then it is its beginning */
    record Block(String text, boolean isWhole) {}

    /** The next statement; nothing at the end. */
    Optional<Block> next() throws IOException {
        skip();
        start = at;
        for (int letter = one(); letter >= 0; letter = one()) {
            switch (letter) {
                case '<' -> until('>');
                case '"', '\'' -> quoted((char) letter);
                case '#' -> until('\n');
                case '\\' -> one();
                default -> {}
            }
            if (letter == '.' && isEnd() || letter == '<' && isShortDirective()) {
                return Optional.of(new Block(window.substring(start, at), true));
            }
            if (isTooLong()) {
                return Optional.of(cut());
            }
        }
        return at == start ? Optional.empty() : Optional.of(new Block(window.substring(start, at), true));
    }

    /** From here it can be read again. */
    void mark() {
        mark = at;
    }

    /** Reads from the mark again. */
    void reset() {
        at = mark;
        start = mark;
        mark = NOWHERE;
    }

    /** The statement just read was wrong: what stands behind the first line in it that ends like one is read anew. */
    void resume() {
        var end = END_OF_LINE.matcher(window).region(start, at);
        if (end.find()) {
            at = end.end();
        }
    }

    /** Too long: either it can go on behind a line in it, or all of it is passed over. */
    private Block cut() throws IOException {
        var begun = new Block(window.substring(start, at), false);
        if (!END_OF_LINE.matcher(window).region(start, at).find()) {
            var isBehindStop = false;
            for (int letter = one(); letter >= 0 && !(letter == '\n' && isBehindStop); letter = one()) {
                isBehindStop = letter == '.' || isBehindStop && (letter == ' ' || letter == '\r');
                start = at;
            }
            start = at;
        }
        return begun;
    }

    private void skip() throws IOException {
        for (int letter = one(); letter >= 0; letter = one()) {
            if (letter == '#') {
                for (int other = letter; other >= 0 && other != '\n'; other = one()) {
                    start = at;
                }
            } else if (!Character.isWhitespace(letter)) {
                at--;
                return;
            }
            start = at;
        }
    }

    private boolean isTooLong() {
        return at - start > longest;
    }

    private boolean isShortDirective() {
        return at - start < AT_ONCE
                && DIRECTIVE.matcher(window).region(start, at).lookingAt();
    }

    private boolean isEnd() throws IOException {
        var next = peek();
        return next < 0 || Character.isWhitespace(next) || next == '<' || next == '#' || next == '@';
    }

    private int peek() throws IOException {
        int next = one();
        if (next >= 0) {
            at--;
        }
        return next;
    }

    private int one() throws IOException {
        if (at == window.length()) {
            var done = mark == NOWHERE ? start : Math.min(start, mark);
            window.delete(0, done);
            at -= done;
            start -= done;
            mark = mark == NOWHERE ? NOWHERE : mark - done;
            int count = in.read(taken);
            if (count < 0) {
                return -1;
            }
            window.append(taken, 0, count);
        }
        return window.charAt(at++);
    }

    /** An address ends with its line at the latest. */
    private void until(char end) throws IOException {
        for (int letter = one(); letter >= 0 && letter != end && letter != '\n'; letter = one()) {
            if (isTooLong()) {
                return;
            }
        }
    }

    private void quoted(char mark) throws IOException {
        if (peek() != mark) {
            string(mark, 1);
            return;
        }
        one();
        if (peek() == mark) {
            one();
            string(mark, 3);
        }
    }

    /** Up to as many marks as it began with; a short one ends with its line, as it must. */
    private void string(char mark, int marks) throws IOException {
        int met = 0;
        while (met < marks && !isTooLong()) {
            int letter = one();
            if (letter < 0 || marks == 1 && letter == '\n') {
                return;
            }
            if (letter == '\\') {
                one();
            }
            met = letter == mark ? met + 1 : 0;
        }
        while (marks == 3 && peek() == mark) {
            one();
        }
    }
}
