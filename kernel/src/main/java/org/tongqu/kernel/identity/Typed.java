package org.tongqu.kernel.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What people type where an identifier belongs: with spaces, in small letters, in full-width characters. */
final class Typed {

    static final String DIGITS = "0123456789";

    private Typed() {}

    /** The text as the standards write it. Nothing is dropped but white space. */
    static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /** The first character from {@code start} to before {@code end} that is not in the alphabet. */
    static Optional<IdentifierRefusal.ForbiddenCharacter> firstOutside(
            String alphabet, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (alphabet.indexOf(text.charAt(i)) < 0) {
                return Optional.of(
                        new IdentifierRefusal.ForbiddenCharacter(i + 1, Character.toString(text.codePointAt(i))));
            }
        }
        return Optional.empty();
    }
}
