package org.tongqu.kernel.identity;

/** ISO/IEC 7064 MOD 11-2: finds every single wrong digit and every swap of neighbours. */
public final class Mod112 {

    private static final String CHECKS = "10X98765432";

    private Mod112() {}

    /** The check character ({@code 0-9} or {@code X}) of a text of digits. */
    public static char check(CharSequence digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("Expected digits but found " + digits.charAt(i));
            }
            sum = (sum + digit) * 2 % 11;
        }
        return CHECKS.charAt(sum);
    }
}
