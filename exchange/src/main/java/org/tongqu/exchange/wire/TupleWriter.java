package org.tongqu.exchange.wire;

import java.util.Arrays;

/** Rows in the binary COPY format, one after the other in an array that grows once and is used again. */
public final class TupleWriter {

    private byte[] bytes;
    private int length;

    public TupleWriter(int capacity) {
        this.bytes = new byte[capacity];
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Forgets what was written from here on; a row that failed leaves nothing behind. */
    public void rewind(int mark) {
        length = mark;
    }

    public void begin(int cells) {
        room(2);
        BigEndian.int2(bytes, length, cells);
        length += 2;
    }

    public void nothing() {
        room(4);
        BigEndian.int4(bytes, length, -1);
        length += 4;
    }

    public void int2(int value) {
        room(6);
        BigEndian.int4(bytes, length, 2);
        BigEndian.int2(bytes, length + 4, value);
        length += 6;
    }

    public void int4(int value) {
        room(8);
        BigEndian.int4(bytes, length, 4);
        BigEndian.int4(bytes, length + 4, value);
        length += 8;
    }

    public void int8(long value) {
        room(12);
        BigEndian.int4(bytes, length, 8);
        BigEndian.int8(bytes, length + 4, value);
        length += 12;
    }

    public void int1(int value) {
        room(5);
        BigEndian.int4(bytes, length, 1);
        bytes[length + 4] = (byte) value;
        length += 5;
    }

    public void cell(byte[] from, int start, int count) {
        room(4 + count);
        BigEndian.int4(bytes, length, count);
        System.arraycopy(from, start, bytes, length + 4, count);
        length += 4 + count;
    }

    /** Bytes as they are, without a length before them. */
    public void raw(byte[] from, int start, int count) {
        room(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /** Opens a cell of a length that is not known yet; {@link #close} writes it. */
    int open() {
        room(4);
        length += 4;
        return length;
    }

    void close(int opened) {
        BigEndian.int4(bytes, opened - 4, length - opened);
    }

    void rawInt2(int value) {
        room(2);
        BigEndian.int2(bytes, length, value);
        length += 2;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), length + more));
        }
    }
}
