package org.tongqu.exchange.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a text by its bytes where they lie, without making a key of them. */
final class Slices {

    private final byte[][] keys;
    private final byte[][] values;
    private final int mask;

    Slices(Map<String, String> texts) {
        var room = Integer.highestOneBit(Math.max(4, texts.size() * 2)) * 2;
        keys = new byte[room][];
        values = new byte[room][];
        mask = room - 1;
        texts.forEach((key, value) -> put(key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    private void put(byte[] key, byte[] value) {
        var at = hash(key, 0, key.length) & mask;
        while (isTaken(at)) {
            at = at + 1 & mask;
        }
        keys[at] = key;
        values[at] = value;
    }

    private boolean isTaken(int at) {
        return keys[at] != null;
    }

    byte @Nullable [] find(byte[] bytes, int start, int length) {
        var at = hash(bytes, start, length) & mask;
        while (isTaken(at)) {
            var key = keys[at];
            if (key.length == length && Arrays.equals(key, 0, length, bytes, start, start + length)) {
                return values[at];
            }
            at = at + 1 & mask;
        }
        return null;
    }

    private static int hash(byte[] bytes, int start, int length) {
        var hash = 1;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + bytes[start + i];
        }
        return hash ^ hash >>> 15;
    }
}
