package org.tongqu.kernel.identity;

import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * The number of a service item as one body carries it out (实施编码, GB/T 39554.1): the credit code of the body, the level
 * of government, the basic code; with two digits more, one kind of handling of it (业务办理项编码).
 *
 * @param value 31 or 33 characters
 */
public record ItemCode(String value) {

    private static final int BODY = 18;
    private static final int BASIC = BODY + 1;
    private static final int LENGTH = BASIC + BasicItemCode.LENGTH;
    private static final int WITH_HANDLING = LENGTH + 2;
    private static final String LEVELS = "1234567";

    public ItemCode {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not the code of a service item: " + value);
        }
    }

    public static Outcome<ItemCode, ItemCodeRefusal> parse(String typed) {
        var text = Typed.tidy(typed);
        return findRefusal(text)
                .<Outcome<ItemCode, ItemCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new ItemCode(text)));
    }

    /**
     * The code of an item as a body carries it out.
     *
     * @param level 行使层级, 1 for the centre to 7
     */
    public static ItemCode of(UnifiedSocialCreditCode body, char level, BasicItemCode basic) {
        return new ItemCode(body.value() + level + basic.value());
    }

    public UnifiedSocialCreditCode body() {
        return new UnifiedSocialCreditCode(value.substring(0, BODY));
    }

    /** 行使层级, 1 for the centre to 6 for a village, 7 where several levels share it. */
    public char level() {
        return value.charAt(BODY);
    }

    public BasicItemCode basic() {
        return new BasicItemCode(value.substring(BASIC, LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<ItemCodeRefusal> findRefusal(String text) {
        if (text.length() != LENGTH && text.length() != WITH_HANDLING) {
            return Optional.of(new IdentifierRefusal.WrongLength("31 or 33", text.length()));
        }
        if (UnifiedSocialCreditCode.parse(text.substring(0, BODY))
                instanceof Outcome.Refused<UnifiedSocialCreditCode, UnifiedSocialCreditCodeRefusal>(var why)) {
            return Optional.of(new ItemCodeRefusal.NotABody(why));
        }
        var level = text.charAt(BODY);
        if (LEVELS.indexOf(level) < 0) {
            return Optional.of(new ItemCodeRefusal.UnknownLevel(String.valueOf(level)));
        }
        if (BasicItemCode.parse(text.substring(BASIC, LENGTH))
                instanceof Outcome.Refused<BasicItemCode, ItemCodeRefusal>(var why)) {
            return Optional.of(
                    why instanceof IdentifierRefusal.ForbiddenCharacter(var position, var character)
                            ? new IdentifierRefusal.ForbiddenCharacter(BASIC + position, character)
                            : why);
        }
        return Typed.firstOutside(Typed.DIGITS, text, LENGTH, text.length()).map(forbidden -> forbidden);
    }
}
