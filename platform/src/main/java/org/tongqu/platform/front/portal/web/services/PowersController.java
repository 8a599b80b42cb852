package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.front.answers.ProcessPicture;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** The list of powers and the page of each. */
@Controller
class PowersController {

    private static final String LIST = "/powers";

    /** 公共服务 and what comes after it is no power (GB/T 39046). */
    private static final String FIRST_SERVICE = "20";

    private final ServiceCatalogue catalogue;
    private final ItemLists items;
    private final ItemSteps steps;
    private final ServiceCards cards;

    PowersController(ServiceCatalogue catalogue, ItemLists items, ItemSteps steps, ServiceCards cards) {
        this.catalogue = catalogue;
        this.items = items;
        this.steps = steps;
        this.cards = cards;
    }

    @GetMapping(LIST)
    Html powers(
            PageFrame frame, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String type) {
        var texts = frame.texts();
        var all = catalogue.items().stream()
                .map(ItemSummary::packId)
                .map(catalogue::pack)
                .filter(PowersController::isPower)
                .toList();
        var types = all.stream()
                .map(pack -> pack.item().identity().type())
                .distinct()
                .sorted()
                .map(code -> Choice.of(code, type(texts, code)))
                .toList();
        var words = q.strip();
        var found = all.stream()
                .filter(pack -> type.isEmpty() || pack.item().identity().type().equals(type))
                .filter(pack -> words.isEmpty()
                        || Said.in(texts, pack.title()).contains(words)
                        || pack.item().identity().basicCode().contains(words))
                .map(pack -> row(texts, pack))
                .toList();
        var filter = new FilterBar(
                texts,
                LIST,
                List.of(
                        new Filter.Words("q", texts.say("portal.powers.words"), words),
                        new Filter.OneOf(
                                "type", texts.say("portal.powers.type"), types, type, texts.say("portal.powers.all"))),
                List.of(),
                LIST);
        var title = texts.say("portal.powers.title");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.home"), "/"), new Crumb(title, ""));
        return Html.page(
                "front/portal/PowersPage",
                new PowersPage(
                        frame.titled(title).at("", crumbs),
                        filter,
                        texts.say("portal.powers.found", found.size()),
                        table(texts, found)));
    }

    @GetMapping(LIST + "/{owner}/{service}")
    Html power(PageFrame frame, @PathVariable String owner, @PathVariable String service) {
        var texts = frame.texts();
        var pack = catalogue
                .findPack(owner + "/" + service)
                .filter(PowersController::isPower)
                .orElseThrow(Gone::notFound);
        var title = Said.in(texts, pack.title());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("portal.powers.title"), LIST),
                new Crumb(title, ""));
        var basis = pack.item().basis().stream()
                .map(law -> Said.in(texts, law.law()) + " " + Said.in(texts, law.article())
                        + texts.say("portal.check.colon") + Said.in(texts, law.says()))
                .toList();
        return Html.page(
                "front/portal/PowerPage",
                new PowerPage(
                        frame.titled(title).at("", crumbs),
                        title,
                        facts(texts, pack),
                        basis,
                        ProcessPicture.of(texts, pack.process().drawing())
                                .titled(texts.say("portal.guide.chart.title", title)),
                        steps.table(texts, pack, texts.say("portal.powers.duties")),
                        bodies(texts, pack),
                        ButtonLink.plain(texts.say("portal.powers.guide"), "/services/" + pack.id())));
    }

    private DataTable bodies(Texts texts, Pack pack) {
        var rows = items.of(pack).stream()
                .map(item -> {
                    var href = ItemController.ITEMS + item.code();
                    return Row.opening(
                            href,
                            new Cell.Opens(Said.in(texts, item.body().name()), href),
                            new Cell.Words(texts.say(
                                    "portal.item.use_level." + item.code().level())),
                            new Cell.Words(item.code().value()));
                })
                .toList();
        return new DataTable(
                texts,
                texts.say("portal.powers.bodies"),
                List.of(
                        Column.of(texts.say("portal.powers.office")),
                        Column.of(texts.say("portal.item.use_level")),
                        Column.of(texts.say("portal.item.task_code"))),
                rows,
                EmptyState.of(texts.say("portal.powers.bodies.none"), ""),
                "");
    }

    private static boolean isPower(Pack pack) {
        return pack.item().identity().type().compareTo(FIRST_SERVICE) < 0;
    }

    private KeyFacts facts(Texts texts, Pack pack) {
        var identity = pack.item().identity();
        return new KeyFacts(List.of(
                Fact.of(texts.say("portal.powers.type"), type(texts, identity.type())),
                Fact.of(texts.say("portal.guide.code"), identity.basicCode()),
                Fact.of(texts.say("portal.powers.office"), cards.office(texts, pack.owner())),
                Fact.of(
                        texts.say("portal.guide.objects"),
                        identity.objects().stream()
                                .sorted()
                                .map(code -> texts.say("portal.object." + code))
                                .collect(Collectors.joining(texts.say("portal.check.and")))),
                Fact.of(
                        texts.say("portal.guide.statutory"),
                        Limits.statutory(pack)
                                .map(rule -> Limits.say(texts, rule.limit()))
                                .orElseGet(() -> texts.say("portal.limit.none"))),
                Fact.of(texts.say("portal.guide.promised"), Limits.promised(texts, pack)),
                Fact.of(texts.say("portal.guide.version"), pack.version()),
                Fact.of(
                                texts.say("portal.guide.complain"),
                                pack.item().contact().complain())
                        .leadingTo("tel:" + pack.item().contact().complain())));
    }

    private static String type(Texts texts, String code) {
        var key = "portal.item.type." + code;
        return texts.knows(key) ? texts.say(key) : code;
    }

    private Row row(Texts texts, Pack pack) {
        var href = LIST + "/" + pack.id();
        return Row.opening(
                href,
                new Cell.Opens(Said.in(texts, pack.title()), href),
                new Cell.Words(type(texts, pack.item().identity().type())),
                new Cell.Words(cards.office(texts, pack.owner())),
                new Cell.Words(pack.item().identity().basicCode()));
    }

    private static DataTable table(Texts texts, List<Row> rows) {
        var empty = EmptyState.of(texts.say("portal.powers.none"), texts.say("portal.results.empty.text"))
                .offering(ButtonLink.plain(texts.say("portal.powers.reset"), LIST));
        return new DataTable(
                texts,
                texts.say("portal.powers.caption"),
                List.of(
                        Column.of(texts.say("portal.powers.name")),
                        Column.of(texts.say("portal.powers.type")),
                        Column.of(texts.say("portal.powers.office")),
                        Column.of(texts.say("portal.guide.code"))),
                rows,
                empty,
                "");
    }
}
