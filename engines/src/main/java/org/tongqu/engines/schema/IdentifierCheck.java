package org.tongqu.engines.schema;

import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.IdentifierRefusal;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;

/** Asks the kernel about an identifier and says its refusal as a problem of the field. */
final class IdentifierCheck {

    private IdentifierCheck() {}

    static Optional<FieldProblem> check(Identifier identifier, Places.Place place) {
        if (!(place.value() instanceof Datum.Text text)) {
            return Optional.empty(); // the schema's type says so already
        }
        var value = text.value();
        return switch (identifier) {
            case CITIZEN_NUMBER -> refusal(CitizenNumber.parse(value)).map(why -> identifier(place, identifier, why));
            case UNIFIED_SOCIAL_CREDIT_CODE ->
                refusal(UnifiedSocialCreditCode.parse(value)).map(why -> identifier(place, identifier, why));
            case ORGANISATION_CODE ->
                refusal(OrganisationCode.parse(value)).map(why -> identifier(place, identifier, why));
            case DIVISION_CODE -> refusal(DivisionCode.parse(value)).map(why -> identifier(place, identifier, why));
            case MOBILE_NUMBER -> refusal(MobileNumber.parse(value)).map(why -> mobile(place, why));
            case PERSON_NAME -> refusal(PersonName.parse(value)).map(why -> name(place, why));
        };
    }

    private static <R> Optional<R> refusal(Outcome<?, R> parsed) {
        return parsed.fold(done -> Optional.empty(), Optional::of);
    }

    private static FieldProblem identifier(Places.Place place, Identifier identifier, IdentifierRefusal why) {
        var path = place.path();
        return switch (why) {
            case IdentifierRefusal.WrongLength(var expected, var found) ->
                FieldProblem.of(path, "identifier-length", expected, found);
            case IdentifierRefusal.ForbiddenCharacter(var position, var character) ->
                FieldProblem.of(path, "identifier-character", position, character);
            case IdentifierRefusal.ImpossibleDate(var found) ->
                FieldProblem.of(
                        path, "identifier-date", found.substring(0, 4), found.substring(4, 6), found.substring(6));
            // what the check character should be is not told: it would help to invent a number
            case IdentifierRefusal.WrongCheck wrong -> FieldProblem.of(path, identifier.code() + "-check");
            case IdentifierRefusal.MissingLevel missing -> FieldProblem.of(path, "division-level");
            case IdentifierRefusal.WrongRoot root -> FieldProblem.of(path, "not-allowed");
            case IdentifierRefusal.WrongParts parts -> FieldProblem.of(path, "not-allowed");
            case IdentifierRefusal.WrongPartLength part -> FieldProblem.of(path, "not-allowed");
        };
    }

    private static FieldProblem mobile(Places.Place place, MobileNumber.Refusal why) {
        return switch (why) {
            case MobileNumber.Refusal.WrongLength(var expected, var found) ->
                FieldProblem.of(place.path(), "identifier-length", expected, found);
            case MobileNumber.Refusal.ForbiddenCharacter(var position, var character) ->
                FieldProblem.of(place.path(), "identifier-character", position, character);
            case MobileNumber.Refusal.NotMobile(var beginning) ->
                FieldProblem.of(place.path(), "not-mobile", beginning);
        };
    }

    private static FieldProblem name(Places.Place place, PersonName.Refusal why) {
        return switch (why) {
            case PersonName.Refusal.Empty empty -> FieldProblem.of(place.path(), "missing");
            case PersonName.Refusal.TooLong(var longest, var found) ->
                FieldProblem.of(place.path(), "too-long", longest, found);
            case PersonName.Refusal.ForbiddenCharacter(var position, var character) ->
                FieldProblem.of(place.path(), "name-character", position, character);
            case PersonName.Refusal.MisplacedMark(var position, var mark) ->
                FieldProblem.of(place.path(), "name-character", position, mark);
        };
    }
}
