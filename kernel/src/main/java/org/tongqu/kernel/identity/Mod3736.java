package org.tongqu.kernel.identity;

/** ISO/IEC 7064 MOD 37,36 over {@code 0-9A-Z}, the check of electronic licence identifiers (GB/T 36904). */
public final class Mod3736 {

    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Mod3736() {}

    /** The check character of a text of digits and capital letters. */
    public static char check(CharSequence text) {
        var product = 36;
        for (int i = 0; i < text.length(); i++) {
            var value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Expected 0-9 or A-Z but found " + text.charAt(i));
            }
            var sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }
}
