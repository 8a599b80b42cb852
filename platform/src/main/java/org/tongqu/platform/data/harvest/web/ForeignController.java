package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.harvest.ForeignCatalog;
import org.tongqu.platform.data.harvest.ForeignCatalog.Reader;
import org.tongqu.platform.data.harvest.ForeignEntry;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.identity.SignedIn;

/** What other catalogues have, for officers and for everybody. */
@Controller
class ForeignController {

    private static final int PAGE = 50;
    private static final String ONE = "/{id:[0-9]{1,18}}";

    private final ForeignCatalog catalog;
    private final ForeignTelling telling;

    ForeignController(ForeignCatalog catalog, ForeignTelling telling) {
        this.catalog = catalog;
        this.telling = telling;
    }

    /** @param source as it stands in the address */
    record Asked(
            @Nullable String q,
            @Nullable String source,
            @Nullable String after) {

        ForeignCatalog.Asked by(Reader reader) {
            var one = ListAddress.asked(source).filter(text -> text.matches("[0-9]{1,18}"));
            return new ForeignCatalog.Asked(
                    reader,
                    ListAddress.asked(q).orElse(""),
                    one.map(Long::parseLong).orElse(0L));
        }
    }

    @GetMapping(ForeignCatalogs.OPEN_LIST)
    Html open(PageFrame frame, Asked asked) {
        var page = list(frame, asked, ForeignCatalogs.OPEN_LIST, Reader.ANYBODY);
        return Html.page("data/harvest/OpenForeignListPage", page);
    }

    @GetMapping(ForeignCatalogs.DESK_LIST)
    Html desk(PageFrame frame, Asked asked) {
        return Html.page(
                "data/harvest/DeskForeignListPage", list(frame, asked, ForeignCatalogs.DESK_LIST, Reader.OFFICER));
    }

    private ForeignListPage list(PageFrame frame, Asked asked, String list, Reader reader) {
        var texts = frame.texts();
        var said = asked.by(reader);
        var trail = Trail.of(asked.after());
        var listing = catalog.list(said, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var isMany = listing.total() >= ForeignEntry.Listing.MOST;
        var pages = ListAddress.of(list)
                .with("q", asked.q())
                .with("source", asked.source())
                .pages(
                        texts,
                        trail,
                        listing.next(),
                        texts.say(
                                isMany ? "harvest.found.many" : "harvest.found.shown",
                                texts.number(listing.total()),
                                listing.rows().size()));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("catalog.place"), home(list)),
                new Crumb(texts.say("catalog.origin.elsewhere"), ""));
        return new ForeignListPage(
                frame.titled(texts.say("catalog.origin.elsewhere")).at(place(list), crumbs),
                filters(texts, list, said),
                telling.table(texts, list, listing.rows()),
                pages);
    }

    private static String home(String list) {
        return list.substring(0, list.lastIndexOf('/'));
    }

    private static String place(String list) {
        return list.equals(ForeignCatalogs.OPEN_LIST) ? "open-data" : "catalog";
    }

    private FilterBar filters(Texts texts, String list, ForeignCatalog.Asked asked) {
        var sources = catalog.origins(asked.reader()).stream()
                .map(origin -> Choice.of(String.valueOf(origin.source()), origin.name()))
                .toList();
        return new FilterBar(
                texts,
                list,
                List.of(
                        new FilterBar.Filter.Words("q", texts.say("catalog.filter.words"), asked.words()),
                        new FilterBar.Filter.OneOf(
                                "source",
                                texts.say("catalog.filter.origin"),
                                sources,
                                asked.source() == 0 ? "" : String.valueOf(asked.source()),
                                texts.say("catalog.all"))),
                List.of(),
                list);
    }

    @GetMapping(ForeignCatalogs.OPEN_LIST + ONE)
    Html openOne(PageFrame frame, @PathVariable long id) {
        var entry = catalog.find(Reader.ANYBODY, id).orElseThrow(Words::notFound);
        return Html.page(
                "data/harvest/OpenForeignRecordPage", one(frame, entry, ForeignCatalogs.OPEN_LIST, Optional.empty()));
    }

    @GetMapping(ForeignCatalogs.DESK_LIST + ONE)
    Html deskOne(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        var entry = catalog.find(Reader.OFFICER, id).orElseThrow(Words::notFound);
        var mayAsk = officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF);
        var ask = ListAddress.of("/desk/demands/new")
                .with("title", ForeignTelling.cut(entry.record().title()));
        return Html.page(
                "data/harvest/DeskForeignRecordPage",
                one(
                        frame,
                        entry,
                        ForeignCatalogs.DESK_LIST,
                        mayAsk
                                ? Optional.of(ButtonLink.plain(frame.texts().say("harvest.ask"), ask.toString()))
                                : Optional.empty()));
    }

    private ForeignRecordPage one(PageFrame frame, ForeignEntry entry, String list, Optional<ButtonLink> ask) {
        var texts = frame.texts();
        var title = entry.record().title();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("catalog.place"), home(list)),
                new Crumb(texts.say("catalog.origin.elsewhere"), list),
                new Crumb(title, ""));
        return telling.page(frame.titled(title).at(place(list), crumbs), entry, ask);
    }
}
