package org.tongqu.exchange.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.UUID;

/** Between values and their UTF-8 text. */
public final class Texts {

    private static final long EACH_ONE = 0x0101_0101_0101_0101L;
    private static final long EACH_HIGH = 0x8080_8080_8080_8080L;

    private Texts() {}

    /** Writes the text of a value that has a short one; -1 for others. */
    static int write(Cell cell, byte[] into) {
        return switch (cell.form()) {
            case INTEGER -> integer(cell.number(), into);
            case DECIMAL -> decimal(cell.number(), cell.scale(), into);
            case DAY -> Calendar.writeDay(cell.number(), into, 0);
            case MOMENT -> Calendar.writeMoment(cell.number(), into, 0);
            case INSTANT -> instant(cell.number(), into);
            case TRUTH -> {
                into[0] = (byte) (cell.number() == 0 ? 'f' : 't');
                yield 1;
            }
            case NOTHING, BIG, FLOATING, TEXT, IDENTITY, BYTES, ENDLESS -> -1;
        };
    }

    /** The text of a value that has a long or rare one. */
    static byte[] whole(Cell cell) {
        return longText(cell).getBytes(UTF_8);
    }

    private static String longText(Cell cell) {
        return switch (cell.form()) {
            case BIG -> cell.big().toPlainString();
            case FLOATING -> Double.toString(cell.floating());
            case IDENTITY ->
                new UUID(BigEndian.int8(cell.bytes(), cell.start()), BigEndian.int8(cell.bytes(), cell.start() + 8))
                        .toString();
            case BYTES -> "\\x" + HexFormat.of().formatHex(cell.bytes(), cell.start(), cell.start() + cell.length());
            case ENDLESS -> cell.number() == 0 ? "NaN" : cell.number() < 0 ? "-infinity" : "infinity";
            case DECIMAL -> BigDecimal.valueOf(cell.number(), cell.scale()).toPlainString();
            case NOTHING, TRUTH, INTEGER, TEXT, DAY, MOMENT, INSTANT -> Long.toString(cell.number());
        };
    }

    private static int instant(long micros, byte[] into) {
        var length = Calendar.writeMoment(micros, into, 0);
        if (length < 0) {
            return -1;
        }
        into[length] = '+';
        into[length + 1] = '0';
        into[length + 2] = '0';
        return length + 3;
    }

    private static int integer(long value, byte[] into) {
        if (value == Long.MIN_VALUE) {
            return put("-9223372036854775808", into);
        }
        var left = Math.abs(value);
        var length = digits(left) + (value < 0 ? 1 : 0);
        for (int i = length - 1; i >= (value < 0 ? 1 : 0); i--) {
            into[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (value < 0) {
            into[0] = '-';
        }
        return length;
    }

    private static int decimal(long unscaled, int scale, byte[] into) {
        if (scale <= 0) {
            return scale == 0 ? integer(unscaled, into) : -1;
        }
        if (unscaled == Long.MIN_VALUE || scale > 18) {
            return -1;
        }
        var left = Math.abs(unscaled);
        var sign = unscaled < 0 ? 1 : 0;
        var length = sign + Math.max(digits(left), scale + 1) + 1;
        for (int i = length - 1; i >= sign; i--) {
            if (i == length - 1 - scale) {
                into[i] = '.';
            } else {
                into[i] = (byte) ('0' + left % 10);
                left /= 10;
            }
        }
        if (sign == 1) {
            into[0] = '-';
        }
        return length;
    }

    private static int put(String text, byte[] into) {
        var bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        return bytes.length;
    }

    private static int digits(long value) {
        var count = 1;
        for (var left = value; left >= 10; left /= 10) {
            count++;
        }
        return count;
    }

    /** Bytes of the space that begins here, 0 when there is none. */
    static int spaceAt(byte[] bytes, int at, int end) {
        if (bytes[at] >= 0 && bytes[at] <= ' ') {
            return 1;
        }
        return at + 3 <= end && isWideSpace(bytes, at) ? 3 : 0;
    }

    /** Bytes of the space that ends here, 0 when there is none. */
    static int spaceBefore(byte[] bytes, int start, int end) {
        if (bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
            return 1;
        }
        return end - 3 >= start && isWideSpace(bytes, end - 3) ? 3 : 0;
    }

    private static boolean isWideSpace(byte[] bytes, int at) {
        return bytes[at] == (byte) 0xe3 && bytes[at + 1] == (byte) 0x80 && bytes[at + 2] == (byte) 0x80;
    }

    /** Signs in a text, or -1 when the bytes are not UTF-8 or hold a zero, which PostgreSQL refuses. */
    public static int signs(byte[] bytes, int start, int length) {
        var count = asciis(bytes, start, length);
        var at = start + count;
        var end = start + length;
        while (at < end) {
            var first = bytes[at];
            if (first > 0) {
                at++;
            } else {
                var more = more(bytes, at, end);
                if (more == 0) {
                    return -1;
                }
                at += 1 + more;
            }
            count++;
        }
        return count;
    }

    /** How many bytes at the beginning are signs of ASCII, none of them zero; eight are looked at together. */
    static int asciis(byte[] bytes, int start, int length) {
        var at = start;
        var end = start + length;
        for (; at + 8 <= end; at += 8) {
            var eight = BigEndian.int8(bytes, at);
            if (((eight - EACH_ONE | eight) & EACH_HIGH) != 0) {
                break;
            }
        }
        while (at < end && bytes[at] > 0) {
            at++;
        }
        return at - start;
    }

    /** How many bytes follow a first byte, 0 when the sequence is not one. */
    private static int more(byte[] bytes, int at, int end) {
        var first = bytes[at] & 0xff;
        var more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || end - at <= more) {
            return 0;
        }
        var second = bytes[at + 1] & 0xff;
        var least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        var most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i <= more; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return more;
    }
}
