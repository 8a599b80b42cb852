package org.tongqu.platform.matter.past.internal;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.Service;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Documents;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.registers.RegisterLoad.NewFirm;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.matter.casework.CaseInHand;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.LicenceLoad;

/** What the service tasks of one played matter made, kept for the tables instead of being written at once. */
final class Services {

    private static final Datum.Fields NOTHING = new Datum.Fields(Map.of());

    private final Planned planned;
    private final Makers makers;
    private final SplittableRandom random;
    private final List<Licence> licences = new ArrayList<>();
    private final List<NewFirm> firms = new ArrayList<>();
    private Optional<DecisionLoad.Made> published = Optional.empty();
    private final List<DecisionLoad.Made> recorded = new ArrayList<>();

    Services(Planned planned, Makers makers, SplittableRandom random) {
        this.planned = planned;
        this.makers = makers;
        this.random = random;
    }

    /** Those who know how such a thing is made. @param firstCode running number of the first new organisation code */
    record Makers(LicenceLoad licences, DecisionLoad decisions, long firstCode) {}

    List<Licence> licences() {
        return licences;
    }

    List<NewFirm> firms() {
        return firms;
    }

    /** The decision that was published, with its lines; the case may go on behind it. */
    Optional<DecisionLoad.Made> published() {
        return published;
    }

    /** What each of several bodies decided, not numbered yet. */
    List<DecisionLoad.Made> recorded() {
        return recorded;
    }

    String decisionNumber() {
        int year = planned.appliedAt().atZone(WorkingCalendar.ZONE).getYear();
        return DecisionLoad.number(planned.office().name(), year, planned.decisionNumber());
    }

    Datum.Fields perform(CaseInHand inHand, Service service) {
        return switch (service.action()) {
            case "licences.issue" ->
                issue(inHand, inHand.pack().findDocument(service.with()).orElseThrow());
            case "registers.write" ->
                register(inHand, inHand.pack().findRegisterWrite(service.with()).orElseThrow());
            case "decisions.record" -> record(inHand);
            case "decisions.publish" -> publish(inHand, service.with());
            default -> NOTHING;
        };
    }

    private Datum.Fields issue(CaseInHand inHand, DocumentTemplate template) {
        var licence = makers.licences()
                .licence(inHand, template, number(inHand, template), token())
                .orElseThrow();
        licences.add(licence);
        return LicenceLoad.facts(licence);
    }

    private String number(CaseInHand inHand, DocumentTemplate template) {
        return switch (template.numbering().scheme()) {
            case LICENCE_IDENTIFIER -> "";
            case YEARLY -> Documents.yearly(template.numbering(), day(inHand), planned.index() + 1L);
            case UNIFIED_SOCIAL_CREDIT_CODE ->
                Documents.creditCode(
                                template.numbering(),
                                inHand.facts(),
                                Registers.organisationCode(makers.firstCode() + planned.index()))
                        .orElseThrow()
                        .value();
        };
    }

    private String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .array());
    }

    private Datum.Fields record(CaseInHand inHand) {
        recorded.add(new DecisionLoad.Made(
                makers.decisions().decision(inHand, ""),
                inHand.state().doneTasks().getLast().task().id(),
                List.of()));
        return NOTHING;
    }

    private Datum.Fields publish(CaseInHand inHand, String list) {
        var publication = inHand.pack().findPublication(list).orElseThrow();
        var id = new UUID(random.nextLong(), random.nextLong());
        var line = makers.decisions().line(inHand, publication, decisionNumber(), id);
        if (!recorded.isEmpty()) {
            var last = recorded.removeLast();
            var all = new ArrayList<>(last.lines());
            all.add(line);
            recorded.add(new DecisionLoad.Made(last.decision(), last.taskId(), all));
            return NOTHING;
        }
        var lines = new ArrayList<>(published.map(DecisionLoad.Made::lines).orElse(List.of()));
        lines.add(line);
        published = Optional.of(new DecisionLoad.Made(
                makers.decisions().decision(inHand, decisionNumber()),
                inHand.state().doneTasks().getLast().task().id(),
                lines));
        return DecisionLoad.facts(decisionNumber());
    }

    /** Other registers have no load of their own yet; what they would know is in the case. */
    private Datum.Fields register(CaseInHand inHand, RegisterWrite write) {
        if (write.register().equals(Registers.LEGAL_PERSON)) {
            var facts = inHand.facts();
            var fields = new LinkedHashMap<String, Datum>();
            write.entries().forEach(entry -> fields.put(entry.field(), facts.at(entry.from())));
            firms.add(firm(facts.text(write.identifier()).orElseThrow(), new Datum.Fields(fields)));
        }
        return NOTHING;
    }

    private static NewFirm firm(String code, Datum fields) {
        return new NewFirm(
                new UnifiedSocialCreditCode(code),
                new NewFirm.Names(
                        text(fields, "name"),
                        text(fields, "kind"),
                        text(fields, "legalRepresentative"),
                        "in-operation"),
                new NewFirm.Business(
                        text(fields, "industryClass"),
                        fields.items("businessScope").stream()
                                .flatMap(item -> item.text("").stream())
                                .collect(Collectors.joining("、")),
                        fields.number("registeredCapital").orElse(BigDecimal.ZERO)),
                new NewFirm.Seat(
                        DivisionCode.parse(text(fields, "division")).orElseThrow(),
                        text(fields, "address"),
                        text(fields, "registrar"),
                        text(fields, "registrarCode")),
                fields.date("establishedOn").orElseThrow());
    }

    private static String text(Datum fields, String path) {
        return fields.text(path).orElse("");
    }

    private static LocalDate day(CaseInHand inHand) {
        return inHand.moment().now().atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}
