package org.tongqu.kernel.identity;

/** Why a text is not a {@link BasicItemCode} or an {@link ItemCode}. */
public sealed interface ItemCodeRefusal
        permits IdentifierRefusal.WrongLength,
                IdentifierRefusal.ForbiddenCharacter,
                ItemCodeRefusal.UnknownType,
                ItemCodeRefusal.UnknownLevel,
                ItemCodeRefusal.NotABody {

    /** The two digits of the kind of item are not in the list of GB/T 39046. */
    record UnknownType(String found) implements ItemCodeRefusal {}

    /** The character that says at which level of government it is exercised is not one of 1 to 7. */
    record UnknownLevel(String found) implements ItemCodeRefusal {}

    /** The first 18 characters are not the code of a body. */
    record NotABody(UnifiedSocialCreditCodeRefusal why) implements ItemCodeRefusal {}
}
