package org.tongqu.kernel.identity;

import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * The one number of every legal person and other organisation (统一社会信用代码, GB 32100-2015): registering department and
 * category, division, organisation code, check. It never changes, also when the body moves.
 *
 * @param value 18 characters of digits and capital letters without I, O, S, V, Z
 */
public record UnifiedSocialCreditCode(String value) {

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public UnifiedSocialCreditCode {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not a unified social credit code: " + value);
        }
    }

    public static Outcome<UnifiedSocialCreditCode, UnifiedSocialCreditCodeRefusal> parse(String typed) {
        var text = Typed.tidy(typed);
        return findRefusal(text)
                .<Outcome<UnifiedSocialCreditCode, UnifiedSocialCreditCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new UnifiedSocialCreditCode(text)));
    }

    /**
     * Makes the code of a body that is being registered.
     *
     * @param department who registers, e.g. {@code 9} for market regulation, {@code 5} for civil affairs
     * @param category within that department, e.g. {@code 1} for enterprises under 9
     * @param division where it is registered; a street counts for its county
     */
    public static Outcome<UnifiedSocialCreditCode, UnifiedSocialCreditCodeRefusal> compose(
            char department, char category, DivisionCode division, OrganisationCode organisation) {
        var body = Typed.tidy("" + department + category + division.sixDigits() + organisation.value());
        return Typed.firstOutside(ALPHABET, body, 0, body.length())
                .<Outcome<UnifiedSocialCreditCode, UnifiedSocialCreditCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> parse(body + check(body)));
    }

    public char department() {
        return value.charAt(0);
    }

    public char category() {
        return value.charAt(1);
    }

    /** Six digits of where the body was first registered: some of these divisions no longer exist. */
    public String firstDivision() {
        return value.substring(2, 8);
    }

    /** The organisation code inside; a refusal shows a code that was assigned against GB 11714, which does happen. */
    public Outcome<OrganisationCode, OrganisationCodeRefusal> organisationCode() {
        return OrganisationCode.parse(value.substring(8, 17));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<UnifiedSocialCreditCodeRefusal> findRefusal(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(new IdentifierRefusal.WrongLength("18", text.length()));
        }
        var forbidden = Typed.firstOutside(ALPHABET, text, 0, 2)
                .or(() -> Typed.firstOutside(Typed.DIGITS, text, 2, 8))
                .or(() -> Typed.firstOutside(ALPHABET, text, 8, LENGTH));
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get());
        }
        var expected = check(text);
        return expected == text.charAt(17)
                ? Optional.empty()
                : Optional.of(new IdentifierRefusal.WrongCheck(expected, text.charAt(17)));
    }

    private static char check(String body) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(body.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
