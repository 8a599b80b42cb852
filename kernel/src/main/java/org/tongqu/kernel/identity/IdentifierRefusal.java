package org.tongqu.kernel.identity;

/**
 * Every reason why a text is not an identifier of the asked kind. Each kind has its own narrower list, so that whoever
 * asks for one kind answers only what can happen there.
 *
 * <p>Positions count from 1, as a person points at a printed number.
 */
public sealed interface IdentifierRefusal
        permits DivisionCodeRefusal,
                CitizenNumberRefusal,
                OrganisationCodeRefusal,
                UnifiedSocialCreditCodeRefusal,
                LicenceIdentifierRefusal {

    /**
     * Too short or too long: most often a digit was left out or typed twice.
     *
     * @param expected as a person would say it, e.g. {@code 18} or {@code 6, 9 or 12}
     */
    record WrongLength(String expected, int found)
            implements DivisionCodeRefusal,
                    CitizenNumberRefusal,
                    OrganisationCodeRefusal,
                    UnifiedSocialCreditCodeRefusal,
                    ItemCodeRefusal {}

    /** A character that cannot stand at this place: a letter among digits, or I, O, S, V, Z in a credit code. */
    record ForbiddenCharacter(int position, String character)
            implements DivisionCodeRefusal,
                    CitizenNumberRefusal,
                    OrganisationCodeRefusal,
                    UnifiedSocialCreditCodeRefusal,
                    LicenceIdentifierRefusal,
                    ItemCodeRefusal {}

    /** The last character does not agree with the others: some character is mistyped or two are swapped. */
    record WrongCheck(char expected, char found)
            implements CitizenNumberRefusal,
                    OrganisationCodeRefusal,
                    UnifiedSocialCreditCodeRefusal,
                    LicenceIdentifierRefusal {}

    /**
     * The eight digits of the birth are no day of the calendar since 1800.
     *
     * @param found those digits, e.g. {@code 20010229}
     */
    record ImpossibleDate(String found) implements CitizenNumberRefusal {}

    /**
     * A lower part is given while one above it is all zeros, as in {@code 110005}.
     *
     * @param level the part that is missing
     */
    record MissingLevel(DivisionCode.Level level) implements DivisionCodeRefusal {}

    /** The identifier does not stand under the national arc of electronic licences. */
    record WrongRoot(String expected) implements LicenceIdentifierRefusal {}

    /** After the root there are five parts: type, issuer, serial, version, check. */
    record WrongParts(int expected, int found) implements LicenceIdentifierRefusal {}

    /** One part has the wrong length, e.g. a version of two digits. */
    record WrongPartLength(LicenceIdentifier.Part part, String expected, int found)
            implements LicenceIdentifierRefusal {}
}
