package org.tongqu.platform.data.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.IdentifierRule;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.schema.Identifier;

/**
 * Whom a record is about: the person or firm it is keyed by, or else those it names by their number, as a house names its
 * owner.
 */
public record Concerned(Kind kind, String number) {

    /** Who can ask who looked. */
    public enum Kind {
        PERSON,
        FIRM
    }

    /** @param values of the record by attribute; asked only for attributes that hold a number */
    public static List<Concerned> of(
            Register register, String identifier, Function<Attribute, Optional<String>> values) {
        var own = kind(Optional.of(register.identifier().rule()));
        if (own.isPresent()) {
            return register.identifier().isUnlike(identifier)
                    ? List.of()
                    : List.of(new Concerned(own.get(), identifier));
        }
        List<Concerned> named = new ArrayList<>();
        for (var attribute : register.attributes()) {
            kind(attribute.rule())
                    .flatMap(kind -> values.apply(attribute)
                            .filter(number -> !number.isEmpty())
                            .map(number -> new Concerned(kind, number)))
                    .ifPresent(named::add);
        }
        return named;
    }

    private static Optional<Kind> kind(Optional<IdentifierRule> rule) {
        return rule.flatMap(
                one -> one instanceof IdentifierRule.National(var identifier) ? kind(identifier) : Optional.empty());
    }

    private static Optional<Kind> kind(Identifier identifier) {
        return switch (identifier) {
            case CITIZEN_NUMBER -> Optional.of(Kind.PERSON);
            case UNIFIED_SOCIAL_CREDIT_CODE -> Optional.of(Kind.FIRM);
            case ORGANISATION_CODE, DIVISION_CODE, MOBILE_NUMBER, PERSON_NAME -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "Concerned[kind=" + kind + "]";
    }
}
