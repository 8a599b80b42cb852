package org.tongqu.exchange.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import org.tongqu.exchange.wire.Cell.Form;

/** Turns a text into a number, a truth or an identity, in place of the text. */
public final class Parsing {

    private static final int MOST_DIGITS = 18;

    private Parsing() {}

    /** An optional sign, digits, and digits after a point; nothing else, neither exponent nor separators. */
    public static Misfit number(Cell cell) {
        var bytes = cell.bytes();
        var at = cell.start();
        var end = at + cell.length();
        var isNegative = at < end && bytes[at] == '-';
        if (at < end && (isNegative || bytes[at] == '+')) {
            at++;
        }
        var point = -1;
        var digits = 0;
        var unscaled = 0L;
        for (int i = at; i < end; i++) {
            var sign = bytes[i];
            if (sign == '.' && point < 0) {
                point = i;
            } else if (sign < '0' || sign > '9') {
                return Misfit.NOT_A_NUMBER;
            } else if (++digits <= MOST_DIGITS) {
                unscaled = unscaled * 10 + (sign - '0');
            }
        }
        if (digits == 0 || point == end - 1) {
            return Misfit.NOT_A_NUMBER;
        }
        var scale = point < 0 ? 0 : end - 1 - point;
        if (digits > MOST_DIGITS) {
            cell.big(new BigDecimal(new String(bytes, cell.start(), cell.length(), US_ASCII)));
        } else {
            cell.decimal(isNegative ? -unscaled : unscaled, scale);
        }
        return Misfit.NONE;
    }

    static Misfit truth(Cell cell) {
        var value = cell.length() == 1
                ? truth(cell.bytes()[cell.start()])
                : isWord(cell, "true") ? 1 : isWord(cell, "false") ? 0 : -1;
        if (value < 0) {
            return Misfit.NOT_A_TRUTH;
        }
        cell.number(Form.TRUTH, value);
        return Misfit.NONE;
    }

    private static int truth(byte sign) {
        return switch (sign) {
            case 't', '1' -> 1;
            case 'f', '0' -> 0;
            default -> -1;
        };
    }

    private static boolean isWord(Cell cell, String word) {
        if (cell.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (cell.bytes()[cell.start() + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** 32 hexadecimal digits, with or without dashes between them; the cell's text is replaced by its 16 bytes. */
    static Misfit identity(Cell cell, byte[] into) {
        var digits = 0;
        for (int i = 0; i < cell.length(); i++) {
            var sign = cell.bytes()[cell.start() + i];
            var digit = Character.digit(sign, 16);
            if (sign != '-' && (digit < 0 || digits == 32)) {
                return Misfit.NOT_AN_IDENTITY;
            }
            if (digit >= 0) {
                into[digits / 2] = (byte) (digits % 2 == 0 ? digit << 4 : into[digits / 2] | digit);
                digits++;
            }
        }
        if (digits != 32) {
            return Misfit.NOT_AN_IDENTITY;
        }
        cell.bytes(Form.IDENTITY, into, 0, 16);
        return Misfit.NONE;
    }
}
