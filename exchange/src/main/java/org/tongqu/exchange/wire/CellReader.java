package org.tongqu.exchange.wire;

import org.tongqu.exchange.wire.Cell.Form;

/** Fills a cell from the bytes a type has on the wire. */
public final class CellReader {

    /** PostgreSQL counts from 2000. */
    static final int DAYS_BEFORE_2000 = 10_957;

    static final long MICROS_BEFORE_2000 = DAYS_BEFORE_2000 * Calendar.MICROS_PER_DAY;

    private CellReader() {}

    public static void read(WireType type, Row row, int index, Cell cell) {
        var length = row.length(index);
        if (length < 0) {
            cell.nothing();
            return;
        }
        if (type.size() >= 0 && type.size() != length) {
            throw new BrokenWire(type + " of " + length + " bytes");
        }
        var bytes = row.bytes();
        var start = row.start(index);
        switch (type) {
            case BOOL -> cell.number(Form.TRUTH, bytes[start]);
            case INT2 -> cell.number(Form.INTEGER, BigEndian.int2(bytes, start));
            case INT4 -> cell.number(Form.INTEGER, BigEndian.int4(bytes, start));
            case INT8 -> cell.number(Form.INTEGER, BigEndian.int8(bytes, start));
            case FLOAT4 -> floating(Float.intBitsToFloat(BigEndian.int4(bytes, start)), cell);
            case FLOAT8 -> floating(Double.longBitsToDouble(BigEndian.int8(bytes, start)), cell);
            case NUMERIC -> Numerics.read(bytes, start, length, cell);
            case TEXT, VARCHAR -> cell.bytes(Form.TEXT, bytes, start, length);
            case BPCHAR -> cell.bytes(Form.TEXT, bytes, start, unpadded(bytes, start, length));
            case BYTEA -> cell.bytes(Form.BYTES, bytes, start, length);
            case UUID -> cell.bytes(Form.IDENTITY, bytes, start, length);
            case DATE -> day(BigEndian.int4(bytes, start), cell);
            case TIMESTAMP -> micros(Form.MOMENT, BigEndian.int8(bytes, start), cell);
            case TIMESTAMPTZ -> micros(Form.INSTANT, BigEndian.int8(bytes, start), cell);
        }
    }

    /** Without the spaces that fill such a column up. */
    private static int unpadded(byte[] bytes, int start, int length) {
        var end = length;
        while (end > 0 && bytes[start + end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private static void floating(double value, Cell cell) {
        if (Double.isFinite(value)) {
            cell.floating(value);
        } else {
            cell.endless(Double.isNaN(value) ? 0 : (int) Math.signum(value));
        }
    }

    private static void day(int days, Cell cell) {
        if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
            cell.endless(Integer.signum(days));
        } else {
            cell.number(Form.DAY, (long) days + DAYS_BEFORE_2000);
        }
    }

    private static void micros(Form form, long micros, Cell cell) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            cell.endless(Long.signum(micros));
        } else {
            cell.number(form, micros + MICROS_BEFORE_2000);
        }
    }
}
