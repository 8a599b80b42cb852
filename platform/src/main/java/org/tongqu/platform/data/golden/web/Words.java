package org.tongqu.platform.data.golden.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.OtherIdentifier;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.RegisterIdentifier;
import org.tongqu.engines.schema.Identifier;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.golden.RegisterStanding.SourceStanding;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** What the pages of registers say alike. */
final class Words {

    static final String LIST = "/desk/registers";
    static final String LOOK = LIST + "/looks/";

    private static final int SHOWN = 3;
    private static final String COVER = "***";

    private Words() {}

    static void admit(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static String said(Texts texts, Label label) {
        return Said.in(texts, label);
    }

    static String source(Texts texts, Register register, String code) {
        return register.findSource(code)
                .map(source -> Said.in(texts, source.title()))
                .orElse(code);
    }

    /** How often it delivers, and what a delivery names. */
    static String cycle(Texts texts, Register.RegisterSource source) {
        return switch (source.delivers()) {
            case CHANGES -> texts.say("golden.days", source.days());
            case WHOLE -> texts.say("golden.days.whole", source.days());
            case MATTERS -> texts.say("golden.days.matters");
        };
    }

    /** What its last delivery did not name any more, where each is to name all. */
    static String left(Texts texts, SourceStanding standing) {
        if (!standing.source().isWhole()) {
            return texts.say("golden.left.none");
        }
        return standing.left().heldBack() == 0
                ? texts.number(standing.left().out())
                : texts.say("golden.left.held-back", standing.left().heldBack());
    }

    static String attribute(Texts texts, Register register, String name) {
        return register.findAttribute(name)
                .map(attribute -> Said.in(texts, attribute.title()))
                .orElseGet(() -> identifierTitle(register.identifier(), name)
                        .map(title -> Said.in(texts, title))
                        .orElse(name));
    }

    private static Optional<Label> identifierTitle(RegisterIdentifier identifier, String name) {
        return name.equals(identifier.name())
                ? Optional.of(identifier.title())
                : identifier.findOther(name).map(OtherIdentifier::title);
    }

    /** A value as the reader may see it. */
    static String value(Texts texts, Attribute attribute, String value, Sight sight) {
        if (value.isEmpty()) {
            return texts.say("golden.nothing");
        }
        var code = attribute.codes().get(value);
        if (attribute.isMasked() && sight == Sight.MASKED) {
            return covered(value);
        }
        return code == null ? value : Said.in(texts, code);
    }

    static String identifier(RegisterIdentifier rule, String identifier, Sight sight) {
        if (sight == Sight.WHOLE || !rule.isSealed()) {
            return identifier;
        }
        return rule.rule().words().equals(Identifier.CITIZEN_NUMBER.code())
                        && CitizenNumber.parse(identifier) instanceof Outcome.Done<CitizenNumber, ?>(var number)
                ? number.masked()
                : covered(identifier);
    }

    private static String covered(String value) {
        return value.length() > 2 * SHOWN ? value.substring(0, SHOWN) + COVER : value.substring(0, 1) + COVER;
    }

    /** Whether personal values are shown. */
    enum Sight {
        WHOLE,
        MASKED
    }
}
