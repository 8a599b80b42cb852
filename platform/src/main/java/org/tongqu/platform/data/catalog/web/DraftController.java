package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Fault;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.internal.DraftReader;
import org.tongqu.platform.data.catalog.web.DraftForm.Asking;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Compiling: the resource as a whole on one page, each item on its own. */
@Controller
class DraftController {

    private static final String NEW = Words.LIST + "/new";
    private static final String ONE = Words.LIST + "/{key}/edit";
    private static final String ITEM = Words.LIST + "/{key}/items/{position}";

    private final Catalog catalog;
    private final Compiling compiling;

    DraftController(Catalog catalog, Compiling compiling) {
        this.catalog = catalog;
        this.compiling = compiling;
    }

    @GetMapping(NEW)
    Html begin(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        if (!officer.has(Compiling.OFFICER) && !officer.has(Compiling.CHIEF)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return asked(frame, Optional.empty(), Sent.nothing());
    }

    @PostMapping(Words.LIST)
    Object compile(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam MultiValueMap<String, String> values) {
        var sent = Sent.of(values);
        var outcome = read(sent, List.of()).then(draft -> compiling.compile(officer, draft));
        return switch (outcome) {
            case Outcome.Done<ResourceCode, CatalogRefusal>(var code) ->
                Redirect.to(EditionTelling.address(code) + "?done=compiled");
            case Outcome.Refused<ResourceCode, CatalogRefusal>(CatalogRefusal.Faulty(var faults)) ->
                asked(frame, Optional.empty(), sent.wrong(faults)).with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused<ResourceCode, CatalogRefusal>(var refusal) ->
                asked(saying(frame, refusal), Optional.empty(), sent).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Html edit(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String key) {
        var own = draft(officer, key);
        return asked(frame, Optional.of(own), Sent.of(own.draft()));
    }

    @PostMapping(ONE)
    Object change(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> values) {
        var own = draft(officer, key);
        values.set("category", own.code().category());
        var sent = Sent.of(values);
        var outcome = read(sent, own.items()).then(draft -> compiling.change(officer, own.code(), draft));
        return switch (outcome) {
            case Outcome.Done<ResourceCode, CatalogRefusal> done ->
                Redirect.to(Words.LIST + "/" + key + "?done=changed");
            case Outcome.Refused<ResourceCode, CatalogRefusal>(CatalogRefusal.Faulty(var faults)) ->
                asked(frame, Optional.of(own), sent.wrong(faults)).with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused<ResourceCode, CatalogRefusal>(var refusal) ->
                asked(saying(frame, refusal), Optional.of(own), sent).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ITEM)
    Html item(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @PathVariable String position) {
        var own = draft(officer, key);
        var at = position(own, position);
        var sent =
                at > own.items().size() ? Sent.nothing() : Sent.of(own.items().get(at - 1));
        return askedItem(frame, own, at, sent);
    }

    @PostMapping(ITEM)
    Object changeItem(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @PathVariable String position,
            @RequestParam MultiValueMap<String, String> values) {
        var own = draft(officer, key);
        var at = position(own, position);
        var sent = Sent.of(values);
        var read = sent.at("act").equals("remove")
                ? Outcome.<List<Item>, CatalogRefusal>done(without(own.items(), at))
                : item(own, at, sent);
        var outcome = read.then(
                items -> compiling.change(officer, own.code(), own.draft().with(items)));
        return switch (outcome) {
            case Outcome.Done<ResourceCode, CatalogRefusal> done ->
                Redirect.to(
                        sent.at("act").equals("more")
                                ? EditionTelling.address(own.code()) + "/items/new"
                                : EditionTelling.address(own.code()) + "?done=changed");
            case Outcome.Refused<ResourceCode, CatalogRefusal>(CatalogRefusal.Faulty(var faults))
            when !ofItem(faults, at).isEmpty() ->
                askedItem(frame, own, at, sent.wrong(ofItem(faults, at))).with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused<ResourceCode, CatalogRefusal>(var refusal) ->
                askedItem(saying(frame, refusal), own, at, sent).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Outcome<Draft, CatalogRefusal> read(Sent sent, List<Item> items) {
        return DraftReader.read(sent, items).mapRefusal(CatalogRefusal.Faulty::new);
    }

    private static Outcome<List<Item>, CatalogRefusal> item(Edition own, int at, Sent sent) {
        return DraftReader.readItem(sent, at)
                .<CatalogRefusal>mapRefusal(CatalogRefusal.Faulty::new)
                .map(item -> {
                    var items = new ArrayList<>(own.items());
                    if (at > items.size()) {
                        items.add(item);
                    } else {
                        items.set(at - 1, item);
                    }
                    return items;
                });
    }

    private static List<Item> without(List<Item> items, int at) {
        var rest = new ArrayList<>(items);
        if (at <= rest.size()) {
            rest.remove(at - 1);
        }
        return rest;
    }

    private static List<Fault> ofItem(List<Fault> faults, int at) {
        return faults.stream().filter(fault -> fault.item() == at).toList();
    }

    private static PageFrame saying(PageFrame frame, CatalogRefusal refusal) {
        return frame.noticing(List.of(CatalogRefusals.say(frame.texts(), refusal)));
    }

    /** The draft the officer may write; whoever may not is told on the page of the resource. */
    private Edition draft(SignedIn.Officer officer, String key) {
        return catalog.editions(officer, ResourceController.code(key)).stream()
                .filter(edition -> edition.state() == State.DRAFT)
                .findFirst()
                .orElseThrow(Words::notFound);
    }

    private static int position(Edition own, String position) {
        if (position.equals("new")) {
            return own.items().size() + 1;
        }
        if (!position.matches("[1-9][0-9]{0,3}")
                || Integer.parseInt(position) > own.items().size()) {
            throw Words.notFound();
        }
        return Integer.parseInt(position);
    }

    private static Html asked(PageFrame frame, Optional<Edition> own, Sent sent) {
        var texts = frame.texts();
        var heading = own.map(edition ->
                        texts.say("catalog.edit.heading", edition.description().name()))
                .orElseGet(() -> texts.say("catalog.new"));
        var action = own.map(edition -> EditionTelling.address(edition.code()) + "/edit")
                .orElse(Words.LIST);
        var form = new FormPage(
                texts,
                "",
                "",
                FormPage.Send.to(action, frame.csrf()),
                new DraftForm(texts, sent).resource(own.isEmpty() ? Asking.CATEGORY_TOO : Asking.CATEGORY_KNOWN),
                List.of(Button.main(texts.say("catalog.save"))));
        return page(frame, own, heading, texts.say("catalog.new.lead"), form);
    }

    private static Html askedItem(PageFrame frame, Edition own, int at, Sent sent) {
        var texts = frame.texts();
        var isNew = at > own.items().size();
        var form = new FormPage(
                        texts,
                        "",
                        "",
                        FormPage.Send.to(
                                EditionTelling.address(own.code()) + "/items/" + (isNew ? "new" : at), frame.csrf()),
                        List.of(new Fieldset("", "", new DraftForm(texts, sent).item())),
                        List.of(Button.main(texts.say("catalog.save")).sending("act", "save")))
                .also(Button.plain(texts.say("catalog.save.more")).sending("act", "more"));
        return page(
                frame,
                Optional.of(own),
                texts.say(isNew ? "catalog.item.new" : "catalog.item.edit", at),
                texts.say("catalog.item.lead"),
                isNew
                        ? form
                        : form.also(
                                Button.grave(texts.say("catalog.item.remove")).sending("act", "remove")));
    }

    private static Html page(PageFrame frame, Optional<Edition> own, String heading, String lead, FormPage form) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(frame.texts().say("catalog.heading"), Words.LIST));
        own.ifPresent(
                edition -> crumbs.add(new Crumb(edition.description().name(), EditionTelling.address(edition.code()))));
        crumbs.add(new Crumb(heading, ""));
        return Html.page(
                "data/catalog/DraftPage",
                new DraftPage(frame.titled(heading).at("catalog", new Breadcrumbs(crumbs)), heading, lead, form));
    }
}
