package org.tongqu.kernel.text;

import java.text.Normalizer;
import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * A mobile number of the mainland: eleven digits that begin with 13 to 19. Prints itself masked.
 *
 * @param value eleven digits without country code
 */
public record MobileNumber(String value) {

    /** Why a text is not a mobile number. */
    public sealed interface Refusal {
        record WrongLength(int expected, int found) implements Refusal {}

        /**
         * Something else than a digit.
         *
         * @param position counted from 1, spaces, hyphens and the country code left out
         */
        record ForbiddenCharacter(int position, String character) implements Refusal {}

        /** Mobile numbers begin with 13 to 19; a number that does not is a landline or a slip. */
        record NotMobile(String beginning) implements Refusal {}
    }

    private static final int LENGTH = 11;

    public MobileNumber {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    /** Reads a number as people type it: with spaces or hyphens, with or without +86. */
    public static Outcome<MobileNumber, Refusal> parse(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .replaceFirst("^(\\+|00)86", "");
        return findRefusal(text)
                .<Outcome<MobileNumber, Refusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new MobileNumber(text)));
    }

    /** As shown to those who need not know it, e.g. {@code 138****1234}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<Refusal> findRefusal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.of(new Refusal.ForbiddenCharacter(i + 1, Character.toString(text.codePointAt(i))));
            }
        }
        if (text.length() != LENGTH) {
            return Optional.of(new Refusal.WrongLength(LENGTH, text.length()));
        }
        return text.matches("1[3-9].*") ? Optional.empty() : Optional.of(new Refusal.NotMobile(text.substring(0, 2)));
    }
}
