package org.tongqu.exchange.feed;

import java.util.Arrays;

/** The columns of a row in a message, where they lie; used again for the next one. */
public final class FeedTuple {

    /** A length that says: as it was, and not sent, because it is large and was not changed. */
    public static final int UNCHANGED = -2;

    private byte[] bytes = new byte[0];
    private int[] starts = new int[0];
    private int[] lengths = new int[0];
    private int size;

    void begin(byte[] array, int columns) {
        bytes = array;
        if (starts.length < columns) {
            starts = new int[columns];
            lengths = new int[columns];
        }
        size = columns;
        Arrays.fill(lengths, 0, columns, -1);
    }

    void place(int column, int start, int length) {
        starts[column] = start;
        lengths[column] = length;
    }

    void clear() {
        size = 0;
    }

    public boolean isThere() {
        return size > 0;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start(int column) {
        return starts[column];
    }

    /** Bytes of a column; -1 for nothing, {@link #UNCHANGED}. */
    public int length(int column) {
        return lengths[column];
    }
}
