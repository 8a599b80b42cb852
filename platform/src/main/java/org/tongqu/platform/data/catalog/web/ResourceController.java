package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.DataTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.CatalogAct;
import org.tongqu.platform.data.catalog.CatalogActs;
import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One resource: what it is, what became of it, what can be done with it. */
@Controller
class ResourceController {

    private static final int LONGEST_REASON = 500;

    private final Catalog catalog;
    private final Compiling compiling;
    private final CatalogActs acts;
    private final EditionTelling telling;
    private final ObjectProvider<ResourceParts> parts;
    private final DeliveryTelling deliveries;

    ResourceController(
            Catalog catalog,
            Compiling compiling,
            CatalogActs acts,
            EditionTelling telling,
            ObjectProvider<ResourceParts> parts,
            DeliveryTelling deliveries) {
        this.catalog = catalog;
        this.compiling = compiling;
        this.acts = acts;
        this.telling = telling;
        this.parts = parts;
        this.deliveries = deliveries;
    }

    @GetMapping(Words.LIST + "/{key}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @RequestParam Optional<Integer> edition,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "catalog.done." + done), officer, code(key), edition);
    }

    @PostMapping(Words.LIST + "/{key}/{act}")
    Object act(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String key,
            @PathVariable String act,
            @RequestParam Map<String, String> sent) {
        var code = code(key);
        var wanted = Coded.find(CatalogAct.class, act).orElseThrow(Words::notFound);
        var why = shortened(sent.getOrDefault(why(wanted), ""));
        var outcome = switch (wanted) {
            case SUBMIT -> compiling.submit(officer, code);
            case APPROVE -> compiling.approve(officer, code);
            case PUBLISH -> compiling.publish(officer, code);
            case SEND_BACK -> compiling.sendBack(officer, code, why);
            case REVISE -> compiling.revise(officer, code);
            case RETIRE -> compiling.retire(officer, code, why);
            case CHANGE -> throw Words.notFound();
        };
        return switch (outcome) {
            case Outcome.Done<ResourceCode, CatalogRefusal> done ->
                Redirect.to(
                        wanted == CatalogAct.REVISE
                                ? Words.LIST + "/" + key + "/edit"
                                : Words.LIST + "/" + key + "?done=" + act);
            case Outcome.Refused<ResourceCode, CatalogRefusal>(var refusal) ->
                draw(
                                frame.noticing(List.of(CatalogRefusals.say(frame.texts(), refusal))),
                                officer,
                                code,
                                Optional.empty())
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Several forms on one page ask for a reason, each under a name of its own. */
    private static String why(CatalogAct act) {
        return "why." + act.code();
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }

    static ResourceCode code(String key) {
        return ResourceCode.ofKey(key).orElseThrow(Words::notFound);
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, ResourceCode code, Optional<Integer> wanted) {
        var texts = frame.texts();
        var editions = catalog.editions(officer, code);
        if (editions.isEmpty()) {
            throw Words.notFound();
        }
        var shown = wanted.<Edition>flatMap(number -> editions.stream()
                        .filter(edition -> edition.number() == number)
                        .findFirst())
                .orElseGet(() -> Catalog.inWork(editions).orElseGet(() -> Catalog.current(editions)));
        var name = shown.description().name();
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("catalog.heading"), Words.LIST), new Crumb(name, ""));
        var offered = acts.of(officer, editions);
        var isPublished = shown.state() == State.PUBLISHED;
        var last = isPublished ? catalog.lastDelivery(shown) : Optional.<Delivery>empty();
        return Html.page(
                "data/catalog/ResourcePage",
                new ResourcePage(
                        frame.titled(name).at("catalog", crumbs),
                        name,
                        texts.say(
                                "catalog.standing",
                                shown.code().value(),
                                shown.number(),
                                Words.of(texts, "state", shown.state())),
                        shown.description().summary(),
                        isPublished ? Optional.of(deliveries.freshness(texts, shown, last)) : Optional.empty(),
                        ways(texts, officer, shown, offered),
                        telling.facts(texts, shown, Words.LIST),
                        Stream.concat(
                                        deliveries.sample(texts, shown, last).stream(),
                                        tables(texts, officer, editions, shown).stream())
                                .toList(),
                        offered.stream()
                                .filter(act -> act != CatalogAct.CHANGE)
                                .map(act -> form(frame, code, act))
                                .toList()));
    }

    private List<ButtonLink> ways(Texts texts, SignedIn.Officer officer, Edition shown, List<CatalogAct> offered) {
        var ways = new ArrayList<ButtonLink>();
        if (offered.contains(CatalogAct.CHANGE)) {
            var address = EditionTelling.address(shown.code());
            ways.add(ButtonLink.plain(texts.say("catalog.edit"), address + "/edit"));
            ways.add(ButtonLink.plain(texts.say("catalog.items.add"), address + "/items/new"));
        }
        if (shown.state() == State.PUBLISHED) {
            parts.forEach(part -> ways.addAll(part.ways(texts, officer, shown)));
        }
        return ways;
    }

    private List<DataTable> tables(Texts texts, SignedIn.Officer officer, List<Edition> editions, Edition shown) {
        var tables = new ArrayList<DataTable>();
        var editable =
                shown.state() == State.DRAFT && acts.of(officer, editions).contains(CatalogAct.CHANGE);
        tables.add(telling.items(texts, shown, editable ? EditionTelling.address(shown.code()) + "/items/" : ""));
        if (shown.state() == State.PUBLISHED) {
            parts.forEach(part -> part.table(texts, officer, shown).ifPresent(tables::add));
        }
        tables.add(telling.editions(texts, editions, shown));
        return tables;
    }

    private static ResourcePage.Act form(PageFrame frame, ResourceCode code, CatalogAct act) {
        var texts = frame.texts();
        var id = act.code();
        var label = texts.say("catalog.act." + id);
        List<Field> fields = act.needsReason()
                ? List.of(new TextArea(
                        Question.of(texts, why(act), texts.say("catalog.why"))
                                .hint(texts.say("catalog.why.hint." + id)),
                        "",
                        2,
                        LONGEST_REASON))
                : List.of();
        var button = switch (act) {
            case SUBMIT, APPROVE, PUBLISH -> Button.main(label);
            case RETIRE -> Button.grave(label);
            case SEND_BACK, REVISE, CHANGE -> Button.plain(label);
        };
        return new ResourcePage.Act(
                id,
                texts.say("catalog.act." + id + ".title"),
                FormPage.of(
                                texts,
                                "",
                                FormPage.Send.to(EditionTelling.address(code) + "/" + id, frame.csrf()),
                                fields,
                                button)
                        .lead(texts.say("catalog.act." + id + ".lead")));
    }
}
