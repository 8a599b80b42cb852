package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.front.portal.web.Gone;
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

    private static final int PAGE = 30;

    private final ItemLists items;
    private final ItemBook book;

    ItemController(ItemLists items, ItemBook book) {
        this.items = items;
        this.book = book;
    }

    /** Those at whose office one has to ask; what can be applied for here stands among the services. */
    @GetMapping("/items")
    Html list(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = book.list(new Wanted(q.strip(), ""), trail.start(), PAGE);
        var title = texts.say("portal.items.title");
        return Html.page(
                "front/portal/ItemsPage",
                new ItemsPage(
                        frame.titled(title)
                                .at(
                                        "services",
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("portal.place.home"), "/"),
                                                new Crumb(texts.say("portal.place.services"), "/services"),
                                                new Crumb(title, ""))),
                        new FilterBar(
                                texts,
                                "/items",
                                List.of(new FilterBar.Filter.Words("q", texts.say("portal.items.search"), q)),
                                List.of(),
                                "/items"),
                        ItemTelling.table(
                                texts,
                                title,
                                ITEMS,
                                found.rows(),
                                EmptyState.of(texts.say("portal.items.empty"), texts.say("portal.items.empty.text"))),
                        ListAddress.of("/items")
                                .with("q", q)
                                .pages(
                                        texts,
                                        trail,
                                        found.next(),
                                        texts.say(
                                                "portal.items.shown",
                                                found.rows().size()))));
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
