package org.tongqu.exchange.binlog;

import java.util.Arrays;

/** Reads numbers and texts of an event's body, one after the other. */
final class LogBytes {

    private static final int TWO_BYTES = 0xfc;
    private static final int THREE_BYTES = 0xfd;

    final byte[] bytes;
    int at;

    LogBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    void skip(int count) {
        at += count;
    }

    int one() {
        return bytes[at++] & 0xff;
    }

    /** The least byte first. */
    long little(int count) {
        var value = little(bytes, at, count);
        at += count;
        return value;
    }

    int length(int count) {
        return Math.toIntExact(little(count));
    }

    /** A number that says itself how long it is. */
    int packed() {
        var first = one();
        return switch (first) {
            case TWO_BYTES -> length(2);
            case THREE_BYTES -> length(3);
            default -> {
                if (first > THREE_BYTES) {
                    yield length(8);
                }
                yield first;
            }
        };
    }

    byte[] take(int count) {
        var taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }

    static long little(byte[] bytes, int start, int count) {
        var value = 0L;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[start + i] & 0xff);
        }
        return value;
    }

    /** The greatest byte first. */
    static long big(byte[] bytes, int start, int count) {
        var value = 0L;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[start + i] & 0xff);
        }
        return value;
    }

    /** Whether a bit is set, the least of the first byte being the first. */
    static boolean isSet(byte[] bytes, int start, int bit) {
        return ((bytes[start + (bit >> 3)] >> (bit & 7)) & 1) == 1;
    }
}
