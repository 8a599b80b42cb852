package org.tongqu.kernel.identity;

import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * The code of an organisation (组织机构代码, GB 11714-1997): eight characters and a check. Since 2015 it lives on inside the
 * unified social credit code.
 *
 * @param value nine characters without the hyphen that is sometimes printed before the check
 */
public record OrganisationCode(String value) {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public OrganisationCode {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not an organisation code: " + value);
        }
    }

    /** Reads a code with or without its hyphen. */
    public static Outcome<OrganisationCode, OrganisationCodeRefusal> parse(String typed) {
        var tidy = Typed.tidy(typed);
        var text = tidy.length() == 10 && tidy.charAt(8) == '-' ? tidy.substring(0, 8) + tidy.substring(9) : tidy;
        return findRefusal(text)
                .<Outcome<OrganisationCode, OrganisationCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new OrganisationCode(text)));
    }

    /** Adds the check to a body of eight characters that an office has assigned. */
    public static Outcome<OrganisationCode, OrganisationCodeRefusal> compose(String body) {
        var text = Typed.tidy(body);
        if (text.length() != WEIGHTS.length) {
            return Outcome.refused(new IdentifierRefusal.WrongLength("8", text.length()));
        }
        return Typed.firstOutside(Mod3736.ALPHABET, text, 0, text.length())
                .<Outcome<OrganisationCode, OrganisationCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new OrganisationCode(text + check(text))));
    }

    /** As printed, e.g. {@code D2143569-X}. */
    @Override
    public String toString() {
        return value.substring(0, 8) + "-" + value.substring(8);
    }

    private static Optional<OrganisationCodeRefusal> findRefusal(String text) {
        if (text.length() != 9) {
            return Optional.of(new IdentifierRefusal.WrongLength("9", text.length()));
        }
        var forbidden = Typed.firstOutside(Mod3736.ALPHABET, text, 0, 8)
                .or(() -> Typed.firstOutside(Typed.DIGITS + "X", text, 8, 9));
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get());
        }
        var expected = check(text);
        return expected == text.charAt(8)
                ? Optional.empty()
                : Optional.of(new IdentifierRefusal.WrongCheck(expected, text.charAt(8)));
    }

    private static char check(String body) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Mod3736.ALPHABET.indexOf(body.charAt(i));
        }
        return "0X987654321".charAt(sum % 11);
    }
}
