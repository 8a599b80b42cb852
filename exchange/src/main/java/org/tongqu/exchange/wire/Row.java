package org.tongqu.exchange.wire;

/**
 * One row as places in a byte array, not copied out of it. It is used again for the next row: whoever wants to keep
 * something of it copies the bytes.
 */
public final class Row {

    private byte[] bytes = new byte[0];
    private final int[] starts;
    private final int[] lengths;

    public Row(int cells) {
        this.starts = new int[cells];
        this.lengths = new int[cells];
    }

    public int size() {
        return starts.length;
    }

    public byte[] bytes() {
        return bytes;
    }

    public boolean isNull(int cell) {
        return lengths[cell] < 0;
    }

    public int start(int cell) {
        return starts[cell];
    }

    /** Bytes of the cell, -1 when it is null. */
    public int length(int cell) {
        return lengths[cell];
    }

    /** Where the first cell begins, with its length before it. */
    public int from() {
        return starts[0] - 4;
    }

    /** Where the last cell ends; only of rows whose cells lie one after the other. */
    public int to() {
        var last = starts.length - 1;
        return starts[last] + Math.max(0, lengths[last]);
    }

    public void in(byte[] array) {
        bytes = array;
    }

    public void place(int cell, int start, int length) {
        starts[cell] = start;
        lengths[cell] = length;
    }

    /** Whether two rows hold the same bytes in a cell; nulls are the same as nulls. */
    public boolean isSame(int cell, byte[] others, int start, int length) {
        if (lengths[cell] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[starts[cell] + i] != others[start + i]) {
                return false;
            }
        }
        return true;
    }
}
