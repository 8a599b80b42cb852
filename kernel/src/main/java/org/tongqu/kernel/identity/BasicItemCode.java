package org.tongqu.kernel.identity;

import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.Outcome;

/**
 * The number of a service item in the basic catalogue (基本编码, GB/T 39554.1): two digits of a province or 00 for the
 * whole country, two of the kind of item, five of the main item, three of the part of it, 000 where it has no parts.
 *
 * @param value 12 characters; in the sequences letters but I, O, S, V, Z may stand
 */
public record BasicItemCode(String value) {

    /** The kinds of items that GB/T 39046 names; a code may be of a kind that its region added. */
    public static final Set<String> TYPES = Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20");

    static final int LENGTH = 12;

    private static final int SEQUENCE = 4;
    private static final int MAIN = 9;
    private static final String NONE = "000";

    public BasicItemCode {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not a basic code of a service item: " + value);
        }
    }

    public static Outcome<BasicItemCode, ItemCodeRefusal> parse(String typed) {
        var text = Typed.tidy(typed);
        return findRefusal(text)
                .<Outcome<BasicItemCode, ItemCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new BasicItemCode(text)));
    }

    /** The kind of item, e.g. {@code 01} for a licence. */
    public String type() {
        return value.substring(2, SEQUENCE);
    }

    /** The main item this is a part of; empty for a main item. */
    public Optional<BasicItemCode> main() {
        return value.endsWith(NONE)
                ? Optional.empty()
                : Optional.of(new BasicItemCode(value.substring(0, MAIN) + NONE));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<ItemCodeRefusal> findRefusal(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(new IdentifierRefusal.WrongLength("12", text.length()));
        }
        var forbidden = Typed.firstOutside(Typed.DIGITS, text, 0, SEQUENCE)
                .or(() -> Typed.firstOutside(UnifiedSocialCreditCode.ALPHABET, text, SEQUENCE, LENGTH));
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get());
        }
        var type = Integer.parseInt(text.substring(2, SEQUENCE));
        return type == 0 ? Optional.of(new ItemCodeRefusal.UnknownType(text.substring(2, SEQUENCE))) : Optional.empty();
    }
}
