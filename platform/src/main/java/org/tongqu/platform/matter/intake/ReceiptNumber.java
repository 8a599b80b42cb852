package org.tongqu.platform.matter.intake;

import java.time.Year;
import java.util.Locale;
import java.util.Optional;

/**
 * The number an applicant quotes, e.g. {@code 999901-2026-000123-K}: the division that handles the matter, the year,
 * a running number, and a check character (ISO/IEC 7064 MOD 37,36) that catches a slip of the finger on the telephone.
 */
public record ReceiptNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public ReceiptNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Expected a receipt number but found \"" + value + "\"");
        }
    }

    public static ReceiptNumber of(String division, Year year, long running) {
        var body = "%s-%04d-%06d".formatted(division, year.getValue(), running);
        return new ReceiptNumber(body + "-" + check(body));
    }

    /** Reads what somebody typed: small letters, spaces and missing dashes are forgiven, a wrong character is not. */
    public static Optional<ReceiptNumber> parse(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-–—－]", "");
        if (!plain.matches("[0-9]{16,22}[0-9A-Z]")) {
            return Optional.empty();
        }
        var last = plain.length() - 1;
        var value = plain.substring(0, 6) + "-" + plain.substring(6, 10) + "-" + plain.substring(10, last) + "-"
                + plain.charAt(last);
        return isWellFormed(value) ? Optional.of(new ReceiptNumber(value)) : Optional.empty();
    }

    private static boolean isWellFormed(String value) {
        return value.matches("[0-9]{6}-[0-9]{4}-[0-9]{6,12}-[0-9A-Z]")
                && check(value.substring(0, value.length() - 2)) == value.charAt(value.length() - 1);
    }

    private static char check(String body) {
        int rest = 36;
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) != '-') {
                rest = (rest + ALPHABET.indexOf(body.charAt(i))) % 36;
                rest = (rest == 0 ? 36 : rest) * 2 % 37;
            }
        }
        return ALPHABET.charAt((37 - rest) % 36);
    }

    @Override
    public String toString() {
        return value;
    }
}
