package org.tongqu.platform.data.use.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.use.Offer;
import org.tongqu.platform.data.use.OfferRefusal;
import org.tongqu.platform.data.use.Offers;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where departments say that a resource of theirs is read from a register. */
@Controller
class OffersController {

    static final String LIST = "/desk/register-offers";

    private static final int PAGE = 50;
    private static final int LONGEST = 2000;

    private final Offers offers;
    private final GoldenRegisters registers;
    private final Words words;

    OffersController(Offers offers, GoldenRegisters registers, Words words) {
        this.offers = offers;
        this.registers = registers;
        this.words = words;
    }

    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "use.done." + done), officer, Trail.of(after), Map.of());
    }

    @PostMapping(LIST)
    Object offer(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        var pairs = pairs(sent.getOrDefault("items", ""));
        var resource = ResourceCode.find(sent.getOrDefault("resource", ""));
        Outcome<Offer, OfferRefusal> outcome = resource.isEmpty()
                ? Outcome.refused(new OfferRefusal.ResourceUnknown())
                : offers.offer(officer, new Offer(resource.get(), sent.getOrDefault("register", ""), pairs));
        return switch (outcome) {
            case Outcome.Done<Offer, OfferRefusal> put -> Redirect.to(LIST + "?done=offer");
            case Outcome.Refused<Offer, OfferRefusal>(var refusal) ->
                draw(
                                frame.noticing(List.of(NoticeBanner.error(say(frame.texts(), refusal)))),
                                officer,
                                Trail.of(""),
                                sent)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A line of each item: attribute, equals sign, field. A line without one names both alike. */
    private static Map<String, String> pairs(String lines) {
        Map<String, String> pairs = new HashMap<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var at = line.indexOf('=');
            var attribute = at < 0 ? line : line.substring(0, at).strip();
            pairs.put(attribute, at < 0 ? line : line.substring(at + 1).strip());
        });
        return pairs;
    }

    private static String say(Texts texts, OfferRefusal refusal) {
        return switch (refusal) {
            case OfferRefusal.MayNot may -> texts.say("use.offer.wrong.may-not");
            case OfferRefusal.ResourceUnknown unknown -> texts.say("use.offer.wrong.resource");
            case OfferRefusal.RegisterUnknown unknown -> texts.say("use.offer.wrong.register");
            case OfferRefusal.AttributeUnknown(var name) -> texts.say("use.offer.wrong.attribute", name);
            case OfferRefusal.ItemUnknown(var name) -> texts.say("use.offer.wrong.item", name);
            case OfferRefusal.IdentifierMissing(var name) -> texts.say("use.offer.wrong.identifier", name);
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Trail trail, Map<String, String> sent) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = frame.texts();
        var rows = offers.list(trail.start().orElse(""), PAGE);
        var next = Trail.next(rows, PAGE, offer -> offer.resource().value());
        var heading = texts.say("use.offers.heading");
        var mayOffer = officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF);
        return Html.page(
                "data/use/OffersPage",
                new OffersPage(
                        frame.titled(heading)
                                .at(
                                        "golden",
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("golden.heading"), "/desk/registers"),
                                                new Crumb(heading, ""))),
                        table(texts, rows),
                        ListAddress.of(LIST).pages(texts, trail, next, texts.say("use.offers.shown", rows.size())),
                        mayOffer ? Optional.of(form(frame, sent)) : Optional.empty()));
    }

    private DataTable table(Texts texts, List<Offer> rows) {
        return new DataTable(
                texts,
                texts.say("use.offers.heading"),
                Stream.of("resource", "register", "items", "document")
                        .map(name -> Column.of(texts.say("use.column." + name)))
                        .toList(),
                rows.stream().map(offer -> row(texts, offer)).toList(),
                EmptyState.of(texts.say("use.offers.empty"), texts.say("use.offers.empty.text")),
                "");
    }

    private Row row(Texts texts, Offer offer) {
        return Row.of(
                new Cell.Opens(
                        offer.resource().value(),
                        "/desk/catalog/" + offer.resource().key()),
                new Cell.Opens(words.register(texts, offer.register()), "/desk/registers/" + offer.register()),
                new Cell.Words(offer.items().entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .sorted()
                        .collect(Collectors.joining(texts.say("use.and")))),
                new Cell.Opens("openapi.json", UseCallController.CALLS + "/" + offer.register() + "/openapi.json"));
    }

    private FormPage form(PageFrame frame, Map<String, String> sent) {
        var texts = frame.texts();
        var kinds = registers.registers().stream()
                .map(register -> Choice.of(register.code(), Said.in(texts, register.title())))
                .toList();
        List<Field> fields = List.of(
                TextField.of(question(texts, "resource"), sent.getOrDefault("resource", ""))
                        .upTo(40),
                new Select(
                        question(texts, "register"),
                        kinds,
                        sent.getOrDefault("register", ""),
                        texts.say("catalog.choose")),
                new TextArea(question(texts, "items"), sent.getOrDefault("items", ""), 6, LONGEST));
        return FormPage.of(
                texts, "", FormPage.Send.to(LIST, frame.csrf()), fields, Button.main(texts.say("use.offer.send")));
    }

    private static Question question(Texts texts, String name) {
        return Question.of(texts, name, texts.say("use.offer.ask." + name))
                .hint(texts.say("use.offer.ask." + name + ".hint"));
    }
}
