package org.tongqu.exchange.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongqu.kernel.proof.Digest;

/**
 * How many rows and which, told for ranges of the hashed key: two tables are the same when all ranges are, and
 * otherwise the ranges that differ say where to look. The order of rows does not matter, so that both sides may read
 * in whatever order is quick for them. Guards against mistakes, not against somebody who makes rows to deceive.
 */
public final class KeyRanges {

    /** Small enough to be kept with every batch, and so many that a range of a million rows has a thousand. */
    public static final int COUNT = 1024;

    /** So many that of ten million rows some forty stand in one; each divides one of the {@link #COUNT}. */
    private static final int FINE = 1 << 18;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final int shift;
    private final long[] rows;
    private final long[] sums;

    public KeyRanges() {
        this(COUNT);
    }

    private KeyRanges(int count) {
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(count);
        this.rows = new long[count];
        this.sums = new long[count];
    }

    /** Ranges so narrow that those which differ hold few rows that do not. */
    static KeyRanges fine() {
        return new KeyRanges(FINE);
    }

    /** How many fine ranges divide one. */
    static int finePerRange() {
        return FINE / COUNT;
    }

    /** The same rows by the wider ranges that both sides sign. */
    KeyRanges wide() {
        var wide = new KeyRanges();
        for (int i = 0; i < rows.length; i++) {
            var range = i / (rows.length / COUNT);
            wide.rows[range] += rows[i];
            wide.sums[range] += sums[i];
        }
        return wide;
    }

    /** The hash of a row and of its key. */
    record Hashed(long key, long row) {}

    static Hashed hash(byte[] cells, int start, int end, int[] key) {
        return new Hashed(keyHash(cells, start, key), hash(cells, start, end - start));
    }

    void add(byte[] cells, int start, int end, int[] key) {
        count(cells, start, end, key, 1);
    }

    void remove(byte[] cells, int start, int end, int[] key) {
        count(cells, start, end, key, -1);
    }

    private void count(byte[] cells, int start, int end, int[] key, int times) {
        var range = placeOf(keyHash(cells, start, key));
        rows[range] += times;
        sums[range] += times * hash(cells, start, end - start);
    }

    /** In which of these ranges a row with this key is. */
    int placeOf(long keyHash) {
        return (int) (keyHash >>> shift);
    }

    /** In which of the wide ranges a row with this key is. */
    static int range(long keyHash) {
        return (int) (keyHash >>> (Long.SIZE - Integer.numberOfTrailingZeros(COUNT)));
    }

    long rows(int range) {
        return rows[range];
    }

    long sum(int range) {
        return sums[range];
    }

    void addAll(KeyRanges others) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] += others.rows[i];
            sums[i] += others.sums[i];
        }
    }

    void clear() {
        Arrays.fill(rows, 0);
        Arrays.fill(sums, 0);
    }

    public long rows() {
        return Arrays.stream(rows).sum();
    }

    /** The ranges in which the two are not the same. */
    public List<Integer> differing(KeyRanges others) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != others.rows[i] || sums[i] != others.sums[i]) {
                found.add(i);
            }
        }
        return found;
    }

    /** What both sides sign: SHA-256 over all ranges. */
    public String digest() {
        return Digest.of(bytes()).hex();
    }

    public byte[] bytes() {
        var buffer = ByteBuffer.allocate(rows.length * 16);
        for (int i = 0; i < rows.length; i++) {
            buffer.putLong(rows[i]).putLong(sums[i]);
        }
        return buffer.array();
    }

    static KeyRanges of(byte[] bytes) {
        return new KeyRanges().filled(bytes);
    }

    /** Narrow ranges that another program told. @throws IllegalArgumentException when they are not as many */
    public static KeyRanges fine(byte[] bytes) {
        if (bytes.length != FINE * 16) {
            throw new IllegalArgumentException(bytes.length + " bytes are no narrow ranges");
        }
        return fine().filled(bytes);
    }

    private KeyRanges filled(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = buffer.getLong();
            sums[i] = buffer.getLong();
        }
        return this;
    }

    static long keyHash(byte[] cells, int start, int[] key) {
        var hash = 0L;
        for (int index : key) {
            var at = place(cells, start, index);
            hash = mix(hash ^ hash(cells, at, 4 + Math.max(0, int4(cells, at))));
        }
        return hash;
    }

    /** Where a cell of a row begins, with its length. */
    static int place(byte[] cells, int start, int index) {
        var at = start;
        for (int cell = 0; cell < index; cell++) {
            at += 4 + Math.max(0, int4(cells, at));
        }
        return at;
    }

    static int length(byte[] cells, int at) {
        return int4(cells, at);
    }

    private static long hash(byte[] bytes, int start, int length) {
        var hash = length * PRIME;
        var at = start;
        var end = start + length;
        for (; at + 8 <= end; at += 8) {
            hash = mix(hash ^ int8(bytes, at));
        }
        var rest = 0L;
        for (; at < end; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        return mix(mix(hash ^ rest));
    }

    private static long mix(long value) {
        var high = Math.unsignedMultiplyHigh(value, PRIME);
        return value * PRIME ^ high ^ value >>> 29;
    }

    private static int int4(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    private static long int8(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
