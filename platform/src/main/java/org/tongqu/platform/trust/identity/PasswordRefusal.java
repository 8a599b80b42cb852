package org.tongqu.platform.trust.identity;

/** Why a password was not accepted as a new one. */
public sealed interface PasswordRefusal {

    record TooShort(int least) implements PasswordRefusal {}

    record TooLong(int most) implements PasswordRefusal {}

    /** Of capital letters, small letters, digits and signs, too few kinds. */
    record TooFewKinds(int least) implements PasswordRefusal {}

    /** It contains the person's own name, number or mobile. */
    record TellsWhoYouAre() implements PasswordRefusal {}

    /** It is one of those that are tried first. */
    record TooCommon() implements PasswordRefusal {}

    /** It is one of the last ones. */
    record UsedBefore(int kept) implements PasswordRefusal {}

    /** The password given as the present one is not. */
    record PresentIsWrong() implements PasswordRefusal {}
}
