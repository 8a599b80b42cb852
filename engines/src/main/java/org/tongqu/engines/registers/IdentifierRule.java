package org.tongqu.engines.registers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.engines.registers.RecordFault.Kind;
import org.tongqu.engines.schema.Identifier;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.IdentifierRefusal;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;

/** How an identifier is checked: by the rule of a national standard, or by its form alone. */
public sealed interface IdentifierRule {

    /** What is wrong with the text; nothing when it can be one. */
    Optional<Kind> fault(String text);

    /** As shown to whoever reads the declaration, e.g. {@code citizen-number}. */
    String words();

    /** @param identifier checked digit by digit */
    record National(Identifier identifier) implements IdentifierRule {

        @Override
        public Optional<Kind> fault(String text) {
            return switch (identifier) {
                case CITIZEN_NUMBER -> fault(CitizenNumber.parse(text));
                case UNIFIED_SOCIAL_CREDIT_CODE -> fault(UnifiedSocialCreditCode.parse(text));
                case ORGANISATION_CODE -> fault(OrganisationCode.parse(text));
                case DIVISION_CODE -> fault(DivisionCode.parse(text));
                case MOBILE_NUMBER -> formless(MobileNumber.parse(text));
                case PERSON_NAME -> formless(PersonName.parse(text));
            };
        }

        @Override
        public String words() {
            return identifier.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Kind> formless(Outcome<?, ?> parsed) {
            return parsed instanceof Outcome.Refused ? Optional.of(Kind.FORM) : Optional.empty();
        }

        private static Optional<Kind> fault(Outcome<?, ? extends IdentifierRefusal> parsed) {
            return parsed.fold(
                    done -> Optional.empty(),
                    why -> Optional.of(
                            switch (why) {
                                case IdentifierRefusal.ImpossibleDate date -> Kind.IMPOSSIBLE_DATE;
                                case IdentifierRefusal.WrongCheck check -> Kind.CHECK_CHARACTER;
                                case IdentifierRefusal.WrongLength length -> Kind.FORM;
                                case IdentifierRefusal.ForbiddenCharacter character -> Kind.FORM;
                                case IdentifierRefusal.MissingLevel level -> Kind.FORM;
                                case IdentifierRefusal.WrongRoot root -> Kind.FORM;
                                case IdentifierRefusal.WrongParts parts -> Kind.FORM;
                                case IdentifierRefusal.WrongPartLength part -> Kind.FORM;
                            }));
        }
    }

    /** Its form alone says whether it can be one. */
    record Form(Pattern pattern) implements IdentifierRule {

        @Override
        public Optional<Kind> fault(String text) {
            return pattern.matcher(text).matches() ? Optional.empty() : Optional.of(Kind.FORM);
        }

        @Override
        public String words() {
            return pattern.pattern();
        }
    }
}
