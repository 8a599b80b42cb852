package org.tongqu.exchange.mapping;

import java.util.Arrays;

/**
 * The check signs of GB 11643 and GB 32100 on bytes where they lie. The kernel has the same rules for what people
 * type and explains what is wrong; here a million numbers a second are only told apart, and a test holds the two
 * together.
 */
final class Identifiers {

    private static final int LENGTH = 18;
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final byte[] CREDIT_VALUES = new byte[128];
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static {
        Arrays.fill(CREDIT_VALUES, (byte) -1);
        for (int i = 0; i < CREDIT_ALPHABET.length(); i++) {
            CREDIT_VALUES[CREDIT_ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private Identifiers() {}

    static boolean isCitizenNumber(byte[] bytes, int start, int length) {
        if (length != LENGTH) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            var digit = bytes[start + i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * CITIZEN_WEIGHTS[i];
        }
        return bytes[start + LENGTH - 1] == CITIZEN_CHECKS.charAt(sum % 11) && isBirth(bytes, start + 6);
    }

    private static boolean isBirth(byte[] bytes, int at) {
        var year = number(bytes, at, 4);
        var month = number(bytes, at + 4, 2);
        var day = number(bytes, at + 6, 2);
        var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return year >= 1800
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1]
                && (month != 2 || day < 29 || isLeap);
    }

    private static int number(byte[] bytes, int at, int count) {
        var value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + bytes[at + i] - '0';
        }
        return value;
    }

    static boolean isCreditCode(byte[] bytes, int start, int length) {
        if (length != LENGTH) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            var value = bytes[start + i] < 0 ? -1 : CREDIT_VALUES[bytes[start + i]];
            if (value < 0 || (i >= 2 && i < 8 && value > 9)) {
                return false;
            }
            sum += value * CREDIT_WEIGHTS[i];
        }
        return bytes[start + LENGTH - 1] == CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
