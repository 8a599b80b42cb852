package org.tongqu.exchange.parcels;

/** Rows of a target in the binary COPY format, without its head and tail. Not to be changed by whoever gets them. */
public final class Tuples {

    private final int count;
    private final byte[] bytes;

    public Tuples(int count, byte[] bytes) {
        this.count = count;
        this.bytes = bytes;
    }

    public int count() {
        return count;
    }

    public byte[] bytes() {
        return bytes;
    }
}
