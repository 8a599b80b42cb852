package org.tongqu.exchange.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongqu.exchange.parcels.Tuples;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.TupleWriter;

/** Rows that reach the target together, with those that do not. Used again for the batch after the next. */
final class Batch {

    /** One transaction; what a crash makes the run do again at most. */
    private static final int BYTES = 8 << 20;

    /** The first ones are smaller, so that the target has something to do while the source is still read. */
    private static final int FIRST = 1 << 20;

    private static final int MOST_SET_ASIDE = 4000;
    private static final long SET_ASIDE_BYTES = 4 << 20;

    final TupleWriter tuples;
    final List<SetAside> setAside = new ArrayList<>();
    final KeyRanges ranges = new KeyRanges();
    private int[] ends = new int[1 << 15];
    private long[] lines = new long[1 << 15];
    private int count;
    private long setAsideBytes;
    private int full = BYTES;
    long read;
    List<String> position = List.of();
    boolean isLast;

    /** There are more rows, and they may not be read. */
    boolean isCut;

    Batch() {
        this(BYTES + (1 << 20));
    }

    Batch(int capacity) {
        this.tuples = new TupleWriter(capacity);
    }

    /** Two for the beginning of a run, which are full sooner: of 1, 2, 4 and then 8 MB. */
    static List<Batch> firstTwo() {
        var first = new Batch();
        first.full = FIRST;
        var second = new Batch();
        second.full = FIRST * 2;
        return List.of(first, second);
    }

    /** Rows that came from elsewhere, to be read one by one. */
    static CopyTuples opened(Tuples rows) {
        var tuples = new CopyTuples();
        var header = CopyTuples.header();
        tuples.feed(header, 0, header.length);
        tuples.feed(rows.bytes(), 0, rows.bytes().length);
        var trailer = CopyTuples.trailer();
        tuples.feed(trailer, 0, trailer.length);
        return tuples;
    }

    void add(long line) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        ends[count] = tuples.length();
        lines[count] = line;
        count++;
    }

    void setAside(SetAside row) {
        setAside.add(row);
        setAsideBytes += row.row().length();
    }

    boolean isFull() {
        return tuples.length() >= full || setAside.size() >= MOST_SET_ASIDE || setAsideBytes >= SET_ASIDE_BYTES;
    }

    int count() {
        return count;
    }

    long line(int index) {
        return lines[index];
    }

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int end(int index) {
        return ends[index];
    }

    /** The row of a line, or -1. */
    int indexOf(long line) {
        return Arrays.binarySearch(lines, 0, count, line);
    }

    /** Whether no two rows have a key of the same bytes; said of none that do, seldom denied of some that do not. */
    boolean hasDistinctKeys(int[] key) {
        var hashes = new long[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = KeyRanges.keyHash(tuples.bytes(), start(i) + 2, key);
        }
        Arrays.sort(hashes);
        for (int i = 1; i < count; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        full = Math.min(BYTES, full * 4);
        tuples.rewind(0);
        setAside.clear();
        ranges.clear();
        count = 0;
        setAsideBytes = 0;
        read = 0;
        position = List.of();
        isLast = false;
        isCut = false;
    }
}
