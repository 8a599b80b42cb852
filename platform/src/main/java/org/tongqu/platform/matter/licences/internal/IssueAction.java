package org.tongqu.platform.matter.licences.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Documents;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.LicenceIdentifier;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.Validity;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.casework.ServiceAction;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.services.PlaceNames;

/** Issues the document a process names, filled from the facts of its case. */
@Component
public class IssueAction implements ServiceAction {

    private final LicenceStore licences;
    private final Registers registers;
    private final PlaceNames places;

    IssueAction(LicenceStore licences, Registers registers, PlaceNames places) {
        this.licences = licences;
        this.registers = registers;
        this.places = places;
    }

    @Override
    public String name() {
        return "licences.issue";
    }

    @Override
    public Outcome<Datum.Fields, String> perform(CaseInHand inHand, String with) {
        var template = inHand.pack().findDocument(with);
        if (template.isEmpty()) {
            return Outcome.refused(
                    "No document " + with + " in pack " + inHand.pack().id());
        }
        return identifier(inHand, template.get())
                .then(identifier -> numbers(inHand, template.get(), identifier))
                .then(numbers -> issue(inHand, template.get(), numbers));
    }

    /** A running number that was drawn is used up: first everything else must be known that the document says. */
    private Outcome<Numbers, String> numbers(CaseInHand inHand, DocumentTemplate template, String identifier) {
        var undrawn = new Numbers(identifier, identifier);
        return template.numbering().scheme() == DocumentTemplate.Scheme.LICENCE_IDENTIFIER
                ? Outcome.done(undrawn)
                : lines(inHand, template, undrawn)
                        .then(known -> number(inHand, template))
                        .map(number -> new Numbers(identifier, number));
    }

    /** By what a licence is known to machines and to people. */
    public record Numbers(String identifier, String number) {}

    private Outcome<Datum.Fields, String> issue(CaseInHand inHand, DocumentTemplate template, Numbers numbers) {
        return licence(inHand, template, numbers, Tokens.next()).map(licence -> {
            licences.insert(licence);
            return facts(licence);
        });
    }

    /** What the case keeps of a licence. */
    public static Datum.Fields facts(Licence licence) {
        return facts(licence.identifier(), licence.number(), licence.validity());
    }

    private static Datum.Fields facts(String identifier, String number, Validity validity) {
        var facts = Datum.empty()
                .with("licence.identifier", Datum.of(identifier))
                .with("licence.number", Datum.of(number))
                .with("licence.issuedOn", Datum.of(validity.from()));
        return new Datum.Fields(validity.until()
                .map(until -> facts.with("licence.validUntil", Datum.of(until)))
                .orElse(facts)
                .fields(""));
    }

    /** The licence of a case under these numbers, not stored yet. */
    public Outcome<Licence, String> licence(
            CaseInHand inHand, DocumentTemplate template, Numbers numbers, String token) {
        return lines(inHand, template, numbers)
                .map(lines -> licence(inHand, template, new Contents(numbers, token, lines, validity(inHand))));
    }

    private Outcome<List<Licence.Line>, String> lines(CaseInHand inHand, DocumentTemplate template, Numbers numbers) {
        var licence = facts(numbers.identifier(), numbers.number(), validity(inHand));
        var facts = inHand.facts().with("licence", licence.at("licence"));
        return Documents.fill(inHand.pack(), template, facts, Language.ZH, places::full)
                .mapRefusal(missing -> "The document needs " + missing.from() + " for " + missing.field())
                .map(filled -> filled.stream()
                        .map(field -> new Licence.Line(field.name(), field.label(), field.text()))
                        .toList());
    }

    private static Validity validity(CaseInHand inHand) {
        return Validity.since(day(inHand.moment().now()));
    }

    private record Contents(Numbers numbers, String token, List<Licence.Line> lines, Validity validity) {}

    private static Licence licence(CaseInHand inHand, DocumentTemplate template, Contents contents) {
        var head = inHand.head();
        Pack pack = inHand.pack();
        return new Licence(
                contents.numbers().identifier(),
                contents.numbers().number(),
                contents.token(),
                new Licence.Kind(template.id(), template.typeCode(), template.title()),
                new Licence.Origin(head.caseId(), head.receipt(), pack.id(), pack.contentHash()),
                new Licence.Holder(head.applicant().account(), head.title()),
                new Licence.Issuer(
                        inHand.deciding().code(), inHand.deciding().name().zh()),
                contents.lines(),
                Tokens.sha256(LicenceStore.json(contents.lines()).canonical()),
                contents.validity(),
                inHand.moment().now(),
                Optional.empty());
    }

    /** The receipt is unique, and so is what is made of it; a second document of the same case has another type. */
    public static Outcome<String, String> identifier(CaseInHand inHand, DocumentTemplate template) {
        var serial = inHand.head().receipt().value().replace("-", "");
        return LicenceIdentifier.compose(template.typeCode(), inHand.deciding().code(), serial, "001")
                .map(LicenceIdentifier::toString)
                .mapRefusal(why -> "No licence identifier: " + why);
    }

    private Outcome<String, String> number(CaseInHand inHand, DocumentTemplate template) {
        var numbering = template.numbering();
        return switch (numbering.scheme()) {
            case LICENCE_IDENTIFIER -> identifier(inHand, template);
            case YEARLY -> {
                var day = day(inHand.moment().now());
                var series = template.id() + " " + inHand.deciding().code();
                yield Outcome.done(Documents.yearly(numbering, day, licences.nextNumber(series, day.getYear())));
            }
            case UNIFIED_SOCIAL_CREDIT_CODE ->
                Documents.creditCode(numbering, inHand.facts(), registers.nextOrganisationCode())
                        .map(code -> code.value())
                        .mapRefusal(why -> "No unified social credit code: " + why);
        };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}
