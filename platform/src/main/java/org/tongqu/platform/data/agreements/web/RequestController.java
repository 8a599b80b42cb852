package org.tongqu.platform.data.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementRefusal;
import org.tongqu.platform.data.agreements.AgreementRefusal.Wrong;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The form by which a department asks for another's data. */
@Controller
class RequestController {

    static final String NEW = Words.LIST + "/new/{key}";

    private static final int TEXT = 1000;

    private final Catalog catalog;
    private final Negotiation negotiation;
    private final Directory directory;
    private final Clock clock;

    RequestController(Catalog catalog, Negotiation negotiation, Directory directory, Clock clock) {
        this.catalog = catalog;
        this.negotiation = negotiation;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(NEW)
    Html ask(PageFrame frame, @PathVariable String key) {
        var resource = resource(key);
        var today = today();
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("starts", today.toString());
        sent.add("ends", today.plusYears(1).toString());
        sent.add("frequency", resource.description().cycle().code());
        return draw(frame, resource, sent, Map.of());
    }

    @PostMapping(NEW)
    Object send(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent) {
        var resource = resource(key);
        var wrong = new HashMap<String, Wrong>();
        var terms = terms(sent, wrong);
        if (terms.isEmpty()) {
            return draw(frame, resource, sent, wrong).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var request = new Request(resource.code(), terms.get(), sent.getOrDefault("items", List.of()));
        return switch (negotiation.request(officer, request)) {
            case Outcome.Done<Agreement, AgreementRefusal>(var made) ->
                Redirect.to(Words.LIST + "/" + made.id() + "?done="
                        + (made.state() == Agreement.Kept.ACTIVE ? "granted" : "request"));
            case Outcome.Refused<Agreement, AgreementRefusal>(AgreementRefusal.Faulty(var faults)) ->
                draw(frame, resource, sent, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused<Agreement, AgreementRefusal>(var refusal) ->
                draw(frame.noticing(List.of(AgreementRefusals.say(frame.texts(), refusal))), resource, sent, Map.of())
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<Agreement.Terms> terms(MultiValueMap<String, String> sent, Map<String, Wrong> wrong) {
        var purpose = Coded.find(Purpose.class, at(sent, "purpose"));
        var frequency = Coded.find(Cycle.class, at(sent, "frequency"));
        var starts = Words.day(at(sent, "starts"));
        var ends = Words.day(at(sent, "ends"));
        if (purpose.isEmpty()) {
            wrong.put("purpose", Wrong.MISSING);
        }
        if (frequency.isEmpty()) {
            wrong.put("frequency", Wrong.MISSING);
        }
        if (starts.isEmpty()) {
            wrong.put("starts", Wrong.NOT_A_DAY);
        }
        if (ends.isEmpty()) {
            wrong.put("ends", Wrong.NOT_A_DAY);
        }
        return wrong.isEmpty()
                ? Optional.of(new Agreement.Terms(
                        purpose.orElseThrow(),
                        at(sent, "use"),
                        at(sent, "basis"),
                        frequency.orElseThrow(),
                        Words.rows(at(sent, "rows")),
                        starts.orElseThrow(),
                        ends.orElseThrow()))
                : Optional.empty();
    }

    private static String at(MultiValueMap<String, String> sent, String part) {
        return Objects.requireNonNullElse(sent.getFirst(part), "").strip();
    }

    private Edition resource(String key) {
        return ResourceCode.ofKey(key).flatMap(catalog::findPublished).orElseThrow(Words::notFound);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private Html draw(PageFrame frame, Edition resource, MultiValueMap<String, String> sent, Map<String, Wrong> wrong) {
        var texts = frame.texts();
        var said = resource.description();
        var heading = texts.say("agreements.request", said.name());
        var address = "/desk/catalog/" + resource.code().key();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("catalog.heading"), "/desk/catalog"),
                new Crumb(said.name(), address),
                new Crumb(texts.say("agreements.ask"), ""));
        var provider = Words.office(texts, directory, resource.resource().organisation());
        var facts = new KeyFacts(List.of(
                Fact.of(texts.say("agreements.fact.provider"), provider),
                Fact.of(
                                texts.say("catalog.fact.sharing"),
                                texts.say("catalog.sharing."
                                        + said.sharing().type().code()))
                        .noting(said.sharing().condition())));
        var form = new FormPage(
                texts,
                "",
                "",
                FormPage.Send.to(Words.LIST + "/new/" + resource.code().key(), frame.csrf()),
                List.of(new Fieldset("", "", fields(texts, resource, sent, wrong))),
                List.of(Button.main(texts.say("agreements.send"))));
        return Html.page(
                "data/agreements/RequestPage",
                new RequestPage(
                        frame.titled(heading).at("catalog", crumbs),
                        heading,
                        texts.say("agreements.request.lead."
                                + said.sharing().type().code()),
                        facts,
                        form));
    }

    private static List<Field> fields(
            Texts texts, Edition resource, MultiValueMap<String, String> sent, Map<String, Wrong> wrong) {
        var items = resource.items().stream()
                .map(item -> new Choice(
                        item.field(),
                        item.name(),
                        texts.say("catalog.sensitivity." + item.sensitivity().code())))
                .toList();
        var cycles = Arrays.stream(Cycle.values())
                .map(cycle -> Choice.of(cycle.code(), texts.say("catalog.cycle." + cycle.code())))
                .toList();
        return List.of(
                new Radios(
                        ActForms.question(texts, "purpose", wrong),
                        Words.choices(texts, "purpose", Purpose.values()),
                        at(sent, "purpose")),
                new TextArea(ActForms.question(texts, "use", wrong), at(sent, "use"), 3, TEXT),
                new TextArea(ActForms.question(texts, "basis", wrong), at(sent, "basis"), 2, TEXT),
                new Checkboxes(
                        ActForms.question(texts, "items", wrong),
                        items,
                        Set.copyOf(sent.getOrDefault("items", List.of()))),
                new Select(ActForms.question(texts, "frequency", wrong), cycles, at(sent, "frequency"), ""),
                new NumberField(
                        ActForms.question(texts, "rows", wrong).optional(),
                        at(sent, "rows"),
                        texts.say("agreements.rows.unit"),
                        NumberField.Digits.WHOLE),
                DateField.of(ActForms.question(texts, "starts", wrong), at(sent, "starts")),
                DateField.of(ActForms.question(texts, "ends", wrong), at(sent, "ends")));
    }
}
