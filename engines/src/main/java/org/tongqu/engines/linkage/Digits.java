package org.tongqu.engines.linkage;

/** Numbers as people mistype them. */
final class Digits {

    private static final int TEN = 10;

    private Digits() {}

    /** The digits of a text as a number; 0 when there are none or too many. */
    static long of(String text) {
        var number = 0L;
        var count = 0;
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (sign >= '0' && sign <= '9') {
                number = number * TEN + (sign - '0');
                count++;
            }
        }
        return count > 18 ? 0 : number;
    }

    /** Whether one digit is another, or two that stand beside each other changed places. */
    static boolean isSlip(long one, long other) {
        var a = one;
        var b = other;
        var different = 0;
        var lastA = -1L;
        var lastB = -1L;
        var wasLast = false;
        var isSwap = false;
        while (a > 0 || b > 0) {
            var x = a % TEN;
            var y = b % TEN;
            if (x != y) {
                different++;
                isSwap = wasLast && x == lastB && y == lastA;
                lastA = x;
                lastB = y;
            }
            wasLast = x != y;
            a /= TEN;
            b /= TEN;
        }
        return different == 1 || different == 2 && isSwap;
    }
}
