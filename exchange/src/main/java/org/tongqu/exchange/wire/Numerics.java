package org.tongqu.exchange.wire;

import java.math.BigDecimal;
import java.math.BigInteger;

/** PostgreSQL's numeric: digits in groups of four, with a weight, a sign and the digits shown after the point. */
final class Numerics {

    static final int NEGATIVE = 0x4000;
    private static final int GROUP = 10_000;

    /** More digits after the point than this go the way of big numbers. */
    private static final int SHORT_SCALE = 14;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Numerics() {}

    static long power(int ten) {
        return POWERS[ten];
    }

    static void read(byte[] bytes, int start, int length, Cell cell) {
        if (length < 8) {
            throw new BrokenWire("A number of " + length + " bytes");
        }
        int groups = BigEndian.int2(bytes, start);
        int weight = BigEndian.int2(bytes, start + 2);
        var sign = BigEndian.int2(bytes, start + 4) & 0xffff;
        int scale = BigEndian.int2(bytes, start + 6);
        if (groups < 0 || length != 8 + 2 * groups || scale < 0) {
            throw new BrokenWire("A number of " + groups + " groups in " + length + " bytes");
        }
        if (sign != 0 && sign != NEGATIVE) {
            cell.endless(sign == 0xc000 ? 0 : sign == 0xf000 ? -1 : 1);
            return;
        }
        var after = (scale + 3) / 4;
        if (scale <= SHORT_SCALE && (Math.max(weight, -1) + 1 + after) * 4 <= 18) {
            readShort(bytes, start, cell);
        } else {
            readBig(bytes, start, cell);
        }
    }

    private static void readShort(byte[] bytes, int start, Cell cell) {
        int groups = BigEndian.int2(bytes, start);
        int weight = BigEndian.int2(bytes, start + 2);
        int scale = BigEndian.int2(bytes, start + 6);
        var after = (scale + 3) / 4;
        var unscaled = 0L;
        for (int place = Math.max(weight, -1); place >= -after; place--) {
            var group = weight - place;
            unscaled = unscaled * GROUP + (group >= 0 && group < groups ? group(bytes, start, group) : 0);
        }
        unscaled /= POWERS[after * 4 - scale];
        cell.decimal(BigEndian.int2(bytes, start + 4) == 0 ? unscaled : -unscaled, scale);
    }

    private static void readBig(byte[] bytes, int start, Cell cell) {
        int groups = BigEndian.int2(bytes, start);
        int weight = BigEndian.int2(bytes, start + 2);
        int scale = BigEndian.int2(bytes, start + 6);
        var unscaled = BigInteger.ZERO;
        for (int group = 0; group < groups; group++) {
            unscaled = unscaled.multiply(BigInteger.valueOf(GROUP)).add(BigInteger.valueOf(group(bytes, start, group)));
        }
        var value = new BigDecimal(unscaled, (groups - 1 - weight) * 4);
        var shown = value.setScale(scale, java.math.RoundingMode.DOWN);
        cell.big(BigEndian.int2(bytes, start + 4) == 0 ? shown : shown.negate());
    }

    private static int group(byte[] bytes, int start, int group) {
        int value = BigEndian.int2(bytes, start + 8 + 2 * group);
        if (value < 0 || value >= GROUP) {
            throw new BrokenWire("A number with the group " + value);
        }
        return value;
    }

    static void write(long unscaled, int scale, TupleWriter out) {
        if (scale > SHORT_SCALE || unscaled == Long.MIN_VALUE) {
            write(BigDecimal.valueOf(unscaled, scale), out);
            return;
        }
        var value = Math.abs(unscaled);
        var after = (scale + 3) / 4;
        var whole = value / POWERS[scale];
        var part = value % POWERS[scale] * POWERS[after * 4 - scale];
        var wholeGroups = groups(whole);
        var lastGroup = lastGroup(part, after);
        var first = whole > 0 ? 0 : firstGroup(part, after);
        var count = value == 0 ? 0 : wholeGroups + (lastGroup - first);
        var opened = out.open();
        out.rawInt2(count);
        out.rawInt2(value == 0 ? 0 : whole > 0 ? wholeGroups - 1 : -1 - first);
        out.rawInt2(unscaled < 0 ? NEGATIVE : 0);
        out.rawInt2(scale);
        for (int group = wholeGroups - 1; group >= 0 && count > 0; group--) {
            var trailing = lastGroup == 0 && endsWithZeros(whole, group);
            if (!trailing) {
                out.rawInt2((int) (whole / POWERS[group * 4] % GROUP));
            }
        }
        for (int group = first; group < lastGroup; group++) {
            out.rawInt2((int) (part / POWERS[(after - 1 - group) * 4] % GROUP));
        }
        closeWithCount(out, opened);
    }

    /** The groups really written, since zeros at the end are not. */
    private static void closeWithCount(TupleWriter out, int opened) {
        BigEndian.int2(out.bytes(), opened, (out.length() - opened - 8) / 2);
        out.close(opened);
    }

    private static boolean endsWithZeros(long whole, int group) {
        return whole % (group >= 4 ? POWERS[16] * 100 : POWERS[(group + 1) * 4]) == 0;
    }

    private static int groups(long whole) {
        var count = 0;
        for (var left = whole; left > 0; left /= GROUP) {
            count++;
        }
        return count;
    }

    private static int firstGroup(long part, int after) {
        for (int group = 0; group < after; group++) {
            if (part / POWERS[(after - 1 - group) * 4] % GROUP != 0) {
                return group;
            }
        }
        return after;
    }

    private static int lastGroup(long part, int after) {
        for (int group = after; group > 0; group--) {
            if (part / POWERS[(after - group) * 4] % GROUP != 0) {
                return group;
            }
        }
        return 0;
    }

    static void write(BigDecimal value, TupleWriter out) {
        var shown = value.scale() < 0 ? value.setScale(0) : value;
        var scale = shown.scale();
        var after = (scale + 3) / 4;
        var digits = shown.unscaledValue().abs().toString() + "0".repeat(after * 4 - scale);
        digits = "0".repeat((4 - digits.length() % 4) % 4) + digits;
        var weight = digits.length() / 4 - after - 1;
        var from = 0;
        while (from < digits.length() && digits.startsWith("0000", from)) {
            from += 4;
            weight--;
        }
        var to = digits.length();
        while (to > from && digits.startsWith("0000", to - 4)) {
            to -= 4;
        }
        var opened = out.open();
        out.rawInt2((to - from) / 4);
        out.rawInt2(from == to ? 0 : weight);
        out.rawInt2(shown.signum() < 0 ? NEGATIVE : 0);
        out.rawInt2(scale);
        for (int at = from; at < to; at += 4) {
            out.rawInt2(Integer.parseInt(digits, at, at + 4, 10));
        }
        out.close(opened);
    }
}
