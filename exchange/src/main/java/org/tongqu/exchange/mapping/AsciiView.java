package org.tongqu.exchange.mapping;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Bytes of ASCII seen as characters, without a copy. */
final class AsciiView implements CharSequence {

    private byte[] bytes = new byte[0];
    private int start;
    private int length;

    /** {@code false} when there is a byte that is not ASCII. */
    boolean of(byte[] array, int from, int count) {
        bytes = array;
        start = from;
        length = count;
        for (int i = 0; i < count; i++) {
            if (array[from + i] < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) bytes[start + index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new String(bytes, start + from, to - from, US_ASCII);
    }

    @Override
    public String toString() {
        return new String(bytes, start, length, US_ASCII);
    }
}
