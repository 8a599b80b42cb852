package org.tongqu.exchange.wire;

import java.math.BigDecimal;

/**
 * The value of one cell while it is on its way from the source's type to the target's. It is filled again for every
 * cell; what it points at is only good until then.
 */
public final class Cell {

    /** What kind of value it is, whatever type it had or will have. */
    public enum Form {
        NOTHING,
        TRUTH,
        INTEGER,
        /** {@link #number} with {@link #scale} digits after the point. */
        DECIMAL,
        /** More digits than a {@code long} has: {@link #big}. */
        BIG,
        FLOATING,
        TEXT,
        /** Days since 1970. */
        DAY,
        /** Microseconds since 1970 on a clock on the wall. */
        MOMENT,
        /** Microseconds since 1970 in UTC. */
        INSTANT,
        IDENTITY,
        BYTES,
        /** A number that is none, or a date at the end of time. */
        ENDLESS
    }

    private Form form = Form.NOTHING;
    private long number;
    private int scale;
    private double floating;
    private BigDecimal big = BigDecimal.ZERO;
    private byte[] bytes = new byte[0];
    private int start;
    private int length;
    private final byte[] scratch = new byte[64];

    public Form form() {
        return form;
    }

    public boolean isNothing() {
        return form == Form.NOTHING;
    }

    public long number() {
        return number;
    }

    public int scale() {
        return scale;
    }

    public double floating() {
        return floating;
    }

    public BigDecimal big() {
        return big;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int length() {
        return length;
    }

    public void nothing() {
        form = Form.NOTHING;
    }

    /** @param sign below zero for the beginning of time, above it for its end, zero for a number that is none */
    public void endless(int sign) {
        form = Form.ENDLESS;
        number = sign;
    }

    public void number(Form kind, long value) {
        form = kind;
        number = value;
        scale = 0;
    }

    public void decimal(long unscaled, int digits) {
        form = Form.DECIMAL;
        number = unscaled;
        scale = digits;
    }

    public void big(BigDecimal value) {
        form = Form.BIG;
        big = value;
    }

    public void floating(double value) {
        form = Form.FLOATING;
        floating = value;
    }

    /** A value that is bytes: a text, an identity, or bytes as such. */
    public void bytes(Form kind, byte[] array, int from, int count) {
        form = kind;
        bytes = array;
        start = from;
        length = count;
    }

    public void text(byte[] utf8) {
        bytes(Form.TEXT, utf8, 0, utf8.length);
    }

    /** Becomes the other; texts stay where the other has them. */
    public void copy(Cell other) {
        form = other.form;
        number = other.number;
        scale = other.scale;
        floating = other.floating;
        big = other.big;
        bytes = other.bytes;
        start = other.start;
        length = other.length;
    }

    /** Turns whatever it holds into its text; a text stays where it is. */
    public void toText() {
        if (form != Form.TEXT && form != Form.NOTHING) {
            var written = Texts.write(this, scratch);
            if (written >= 0) {
                bytes(Form.TEXT, scratch, 0, written);
            } else {
                text(Texts.whole(this));
            }
        }
    }

    /** Takes white space of ASCII and the wide space U+3000 off both ends of a text. */
    public void trim() {
        if (form != Form.TEXT) {
            return;
        }
        var from = start;
        var to = start + length;
        while (from < to && Texts.spaceAt(bytes, from, to) > 0) {
            from += Texts.spaceAt(bytes, from, to);
        }
        while (to > from && Texts.spaceBefore(bytes, from, to) > 0) {
            to -= Texts.spaceBefore(bytes, from, to);
        }
        start = from;
        length = to - from;
    }
}
