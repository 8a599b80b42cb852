package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.items.BasicCatalogue;
import org.tongqu.platform.matter.items.BasicCatalogue.Claimed;
import org.tongqu.platform.matter.items.BasicTelling;
import org.tongqu.platform.matter.items.BookItem;
import org.tongqu.platform.matter.items.BookItem.Wanted;
import org.tongqu.platform.matter.items.ItemBook;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.matter.services.ItemLists;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;

/** An item of the implementation list, field by field, for everybody. */
@Controller
class ItemController {

    static final String ITEMS = "/items/";

    private static final String LIST = "/items";
    private static final String BASIC = ITEMS + "basic";

    private static final int PAGE = 30;

    private final ItemLists items;
    private final ItemBook book;
    private final BasicCatalogue catalogue;

    ItemController(ItemLists items, ItemBook book, BasicCatalogue catalogue) {
        this.items = items;
        this.book = book;
        this.catalogue = catalogue;
    }

    /** Those at whose office one has to ask; what can be applied for here stands among the services. */
    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = book.list(new Wanted(q.strip(), ""), trail.start(), PAGE);
        var table = ItemTelling.table(
                texts,
                texts.say("portal.items.title"),
                ITEMS,
                found.rows(),
                EmptyState.of(texts.say("portal.items.empty"), texts.say("portal.items.empty.text")));
        return list(
                frame, new Place(texts.say("portal.items.title"), LIST), q, table, pages(texts, LIST, q, trail, found));
    }

    private record Place(String title, String address) {}

    private static Html list(PageFrame frame, Place place, String q, DataTable table, Pagination pages) {
        var texts = frame.texts();
        return Html.page(
                "front/portal/ItemsPage",
                new ItemsPage(
                        frame.titled(place.title())
                                .at(
                                        "services",
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("portal.place.home"), "/"),
                                                new Crumb(texts.say("portal.place.services"), "/services"),
                                                new Crumb(place.title(), ""))),
                        place.title(),
                        texts.say(place.address().equals(LIST) ? "portal.items.lead" : "items.basic.public"),
                        place.address().equals(LIST)
                                ? ButtonLink.plain(texts.say("items.basic.heading"), BASIC)
                                : ButtonLink.plain(texts.say("portal.items.title"), LIST),
                        new FilterBar(
                                texts,
                                place.address(),
                                List.of(new FilterBar.Filter.Words("q", texts.say("portal.items.search"), q)),
                                List.of(),
                                place.address()),
                        table,
                        pages));
    }

    private static Pagination pages(Texts texts, String address, String q, Trail trail, BookItem.Listed found) {
        return ListAddress.of(address)
                .with("q", q)
                .pages(
                        texts,
                        trail,
                        found.next(),
                        texts.say("portal.items.shown", found.rows().size()));
    }

    /** Which items there are by law, whoever carries them out. */
    @GetMapping(BASIC)
    Html basics(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = catalogue.list(q.strip(), Claimed.ALL, trail.start(), PAGE);
        var table = BasicTelling.table(
                texts,
                ITEMS,
                found.rows(),
                catalogue.offices(found.rows()),
                EmptyState.of(texts.say("portal.items.empty"), texts.say("portal.items.empty.text")));
        return list(
                frame,
                new Place(texts.say("items.basic.heading"), BASIC),
                q,
                table,
                pages(texts, BASIC, q, trail, found));
    }

    @GetMapping(ITEMS + "{code}")
    Html item(PageFrame frame, @PathVariable String code) {
        var texts = frame.texts();
        return items.find(code)
                .map(item -> page(
                        frame,
                        code,
                        item.cells(),
                        List.of(
                                ButtonLink.plain(texts.say("portal.powers.guide"), "/services/" + item.packId()),
                                ButtonLink.plain(texts.say("portal.guide.chart"), "/powers/" + item.packId()))))
                .or(() -> book.find(code).map(item -> page(frame, code, item.cells(), List.of())))
                .orElseThrow(Gone::notFound);
    }

    private static Html page(PageFrame frame, String code, Map<String, String> cells, List<ButtonLink> ways) {
        var texts = frame.texts();
        var title = cells.getOrDefault("task_name", code);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                ways.isEmpty()
                        ? new Crumb(texts.say("portal.items.title"), "/items")
                        : new Crumb(texts.say("portal.powers.title"), "/powers"),
                new Crumb(title, ""));
        return Html.page(
                "front/portal/ItemPage",
                new ItemPage(
                        frame.titled(title).at("", crumbs),
                        title,
                        texts.say("portal.item.of", cells.getOrDefault("dept_name", ""), code),
                        ways,
                        ItemTelling.groups(texts, cells)));
    }
}
