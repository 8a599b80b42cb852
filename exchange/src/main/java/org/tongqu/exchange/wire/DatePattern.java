package org.tongqu.exchange.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.tongqu.exchange.wire.Cell.Form;

/**
 * How dates are written in a source, e.g. {@code yyyyMMdd} or {@code yyyy-MM-dd HH:mm:ss}. A letter that stands alone
 * takes one digit or two; {@code S} takes up to six digits of a second; all other signs stand for themselves.
 */
public final class DatePattern {

    /** What is understood when a flow says nothing: a day, with or without a time after it. */
    public static DatePattern iso() {
        return new DatePattern("yyyy-MM-dd HH:mm:ss.S");
    }

    private static final String UTC = "+00";
    private static final String LETTERS = "yMdHmsS";

    private final byte[] pattern;
    private final long[] parts = new long[LETTERS.length()];
    private boolean hasTime;

    public DatePattern(String pattern) {
        this.pattern = pattern.getBytes(UTF_8);
    }

    /** Turns a text into a day, or into a moment when it has a time; {@code false} when it does not follow the pattern. */
    public boolean read(Cell cell) {
        var bytes = cell.bytes();
        var isUtc = endsInUtc(cell);
        var end = cell.start() + cell.length() - (isUtc ? UTC.length() : 0);
        Arrays.fill(parts, 0);
        parts[1] = 1;
        parts[2] = 1;
        hasTime = false;
        var at = cell.start();
        var place = 0;
        while (place < pattern.length) {
            if (at == end && mayEnd(place)) {
                break;
            }
            var letter = LETTERS.indexOf(pattern[place]);
            if (letter < 0) {
                if (at == end || !isSame(bytes[at], pattern[place])) {
                    return false;
                }
                at++;
                place++;
            } else {
                var run = run(place);
                var read = digits(bytes, at, end, letter, run);
                if (read == 0) {
                    return false;
                }
                hasTime |= letter >= 3;
                at += read;
                place += run;
            }
        }
        return at == end && (hasTime || !isUtc) && finish(cell, isUtc ? Form.INSTANT : Form.MOMENT);
    }

    /** As moments with a zone are written here and by PostgreSQL. */
    private static boolean endsInUtc(Cell cell) {
        var at = cell.start() + cell.length() - UTC.length();
        return cell.length() > UTC.length()
                && cell.bytes()[at] == '+'
                && cell.bytes()[at + 1] == '0'
                && cell.bytes()[at + 2] == '0';
    }

    /** The date before the time, the minute before the second and the second before its fraction may be all there is. */
    private boolean mayEnd(int place) {
        return pattern[place] == ' ' || pattern[place] == '.' || (pattern[place] == ':' && minuteRead(place));
    }

    private boolean minuteRead(int place) {
        return place > 0 && pattern[place - 1] == 'm';
    }

    private static boolean isSame(byte found, byte expected) {
        return found == expected || (expected == ' ' && found == 'T');
    }

    private int run(int place) {
        var end = place;
        while (end < pattern.length && pattern[end] == pattern[place]) {
            end++;
        }
        return end - place;
    }

    private int digits(byte[] bytes, int from, int end, int letter, int run) {
        var isFraction = letter == 6;
        var most = isFraction ? 6 : run == 1 ? 2 : run;
        var value = 0L;
        var read = 0;
        while (read < most && from + read < end && bytes[from + read] >= '0' && bytes[from + read] <= '9') {
            value = value * 10 + (bytes[from + read] - '0');
            read++;
        }
        if (read == 0 || (run > 1 && read != run)) {
            return 0;
        }
        for (int i = read; isFraction && i < 6; i++) {
            value *= 10;
        }
        parts[letter] = value;
        return read;
    }

    private boolean finish(Cell cell, Form withTime) {
        var day = Calendar.day((int) parts[0], (int) parts[1], (int) parts[2]);
        if (day == Calendar.NONE || parts[3] > 23 || parts[4] > 59 || parts[5] > 59) {
            return false;
        }
        if (!hasTime) {
            cell.number(Form.DAY, day);
            return true;
        }
        var seconds = parts[3] * 3600 + parts[4] * 60 + parts[5];
        cell.number(withTime, day * Calendar.MICROS_PER_DAY + seconds * Calendar.MICROS_PER_SECOND + parts[6]);
        return true;
    }
}
