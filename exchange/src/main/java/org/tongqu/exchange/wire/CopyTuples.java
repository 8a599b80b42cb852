package org.tongqu.exchange.wire;

import java.util.Arrays;

/**
 * Reads the rows of a binary COPY out of the pieces in which they arrive. A piece normally holds whole rows and is
 * read where it lies; only what is cut in two is copied together.
 */
public final class CopyTuples {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 8;
    private static final int TRAILER = -1;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private boolean headerRead;
    private boolean ended;

    /** The format before the first row, for whoever writes one. */
    public static byte[] header() {
        return Arrays.copyOf(SIGNATURE, HEADER);
    }

    /** What ends the format after the last row. */
    public static byte[] trailer() {
        return new byte[] {(byte) 0xff, (byte) 0xff};
    }

    /** Hands over the next piece; the array is read in place and must not change before it is used up. */
    public void feed(byte[] piece, int start, int length) {
        if (at == end) {
            bytes = piece;
            at = start;
            end = start + length;
            return;
        }
        var left = end - at;
        var together = new byte[left + length];
        System.arraycopy(bytes, at, together, 0, left);
        System.arraycopy(piece, start, together, left, length);
        bytes = together;
        at = 0;
        end = together.length;
    }

    /** Whether the last row has been read; before that a stream that stops was cut off. */
    public boolean isComplete() {
        return ended;
    }

    /** Places the next row; {@code false} when the pieces so far do not hold another whole one. */
    public boolean next(Row row) {
        if (!headerRead && !readHeader()) {
            return false;
        }
        if (ended || end - at < 2) {
            return false;
        }
        var cells = BigEndian.int2(bytes, at);
        if (cells == TRAILER) {
            at += 2;
            ended = true;
            return false;
        }
        if (cells != row.size()) {
            throw new BrokenWire("A row of " + cells + " cells where " + row.size() + " were agreed");
        }
        return placeCells(row);
    }

    private boolean placeCells(Row row) {
        var place = at + 2;
        for (int cell = 0; cell < row.size(); cell++) {
            if (end - place < 4) {
                return false;
            }
            var length = BigEndian.int4(bytes, place);
            place += 4;
            if (length < -1) {
                throw new BrokenWire("A cell of " + length + " bytes");
            }
            if (length > end - place) {
                return false;
            }
            row.place(cell, place, length);
            place += Math.max(0, length);
        }
        row.in(bytes);
        at = place;
        return true;
    }

    private boolean readHeader() {
        if (end - at < HEADER) {
            return false;
        }
        if (!Arrays.equals(bytes, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new BrokenWire("Not the binary COPY format");
        }
        var extension = BigEndian.int4(bytes, at + SIGNATURE.length + 4);
        if (extension < 0 || extension > end - at - HEADER) {
            throw new BrokenWire("A header extension of " + extension + " bytes");
        }
        at += HEADER + extension;
        headerRead = true;
        return true;
    }
}
