package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Classes;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.catalog.Listing;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.data.catalog.ResourceParts;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;

/** The list of the catalogue. */
@Controller
class CatalogController {

    private final Catalog catalog;
    private final Classes classes;
    private final Directory directory;
    private final ObjectProvider<ResourceParts> parts;
    private final ObjectProvider<ForeignCatalogs> foreign;

    CatalogController(
            Catalog catalog,
            Classes classes,
            Directory directory,
            ObjectProvider<ResourceParts> parts,
            ObjectProvider<ForeignCatalogs> foreign) {
        this.catalog = catalog;
        this.classes = classes;
        this.directory = directory;
        this.parts = parts;
        this.foreign = foreign;
    }

    @GetMapping(Words.LIST)
    Object list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            CatalogQuery query,
            @RequestParam(defaultValue = "") String origin) {
        var words = query.filter().words();
        if (origin.equals(ForeignCatalogs.ELSEWHERE)) {
            return ForeignCatalogs.redirect(ForeignCatalogs.DESK_LIST, words);
        }
        var texts = frame.texts();
        var listing =
                catalog.list(officer, query.filter(), query.trail().start().orElse(""), CatalogQuery.PAGE);
        return Html.page(
                "data/catalog/CatalogPage",
                new CatalogPage(
                        frame.titled(texts.say("catalog.heading")).at("catalog", Breadcrumbs.none()),
                        ways(texts, officer, query),
                        tabs(texts, query, listing),
                        filters(texts, query),
                        table(texts, officer, query, listing),
                        pages(texts, query, listing),
                        query.trail().isFirst()
                                ? ForeignCatalogs.found(foreign.stream(), texts, ForeignCatalogs.DESK_LIST, words)
                                : Optional.empty()));
    }

    private static List<ButtonLink> ways(Texts texts, SignedIn.Officer officer, CatalogQuery query) {
        var ways = new ArrayList<ButtonLink>();
        if (officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF)) {
            ways.add(ButtonLink.plain(texts.say("catalog.new"), Words.LIST + "/new")
                    .with(Icon.PLUS));
            ways.add(ButtonLink.plain(texts.say("catalog.import"), SheetController.IMPORT)
                    .with(Icon.UPLOAD));
            ways.add(ButtonLink.plain(texts.say("catalog.discover"), Words.LIST + "/discover")
                    .with(Icon.SEARCH));
        }
        for (var form : SheetForm.values()) {
            ways.add(ButtonLink.plain(
                            texts.say("catalog.export", form.name()),
                            query.address(Words.LIST + "/export." + form.code()))
                    .with(Icon.DOWNLOAD));
        }
        return ways;
    }

    private static Tabs tabs(Texts texts, CatalogQuery query, Listing listing) {
        var tabs = Arrays.stream(Shelf.values())
                .map(shelf -> new Tabs.Tab(
                        shelf.code(),
                        texts.say("catalog.shelf." + shelf.code()),
                        query.on(shelf).address(Words.LIST),
                        texts.number(listing.count(shelf))))
                .toList();
        return new Tabs(texts.say("catalog.heading"), tabs, query.chosen().code());
    }

    private FilterBar filters(Texts texts, CatalogQuery query) {
        var filter = query.filter();
        var all = texts.say("catalog.all");
        return new FilterBar(
                texts,
                Words.LIST,
                List.of(
                        new Filter.Words("q", texts.say("catalog.filter.words"), filter.words()),
                        new Filter.OneOf(
                                "organisation",
                                texts.say("catalog.filter.organisation"),
                                directory.organisations().stream()
                                        .map(office -> Choice.of(office.code(), Said.in(texts, office.name())))
                                        .toList(),
                                filter.organisation().orElse(""),
                                all),
                        new Filter.OneOf(
                                "sharing",
                                texts.say("catalog.filter.sharing"),
                                Arrays.stream(SharingType.values())
                                        .map(type -> Choice.of(type.code(), Words.of(texts, "sharing", type)))
                                        .toList(),
                                filter.sharing().map(SharingType::code).orElse(""),
                                all),
                        new Filter.OneOf(
                                "group",
                                texts.say("catalog.filter.group"),
                                classes.all().entrySet().stream()
                                        .map(known -> Choice.of(
                                                known.getKey(),
                                                known.getKey() + " " + Said.in(texts, known.getValue())))
                                        .toList(),
                                filter.group().orElse(""),
                                all),
                        ForeignCatalogs.filter(texts)),
                List.of(new FormPage.Hidden("shelf", query.chosen().code())),
                Words.LIST + "?shelf=" + query.chosen().code());
    }

    private DataTable table(Texts texts, SignedIn.Officer officer, CatalogQuery query, Listing listing) {
        var offices = directory.organisations().stream()
                .collect(Collectors.toMap(Organisation::code, office -> Said.in(texts, office.name())));
        var columns = Stream.concat(
                        Stream.of("name", "organisation", "sharing", "cycle")
                                .map(name -> Column.of(texts.say("catalog.column." + name))),
                        Stream.of(
                                Column.figures(texts.say("catalog.column.items")),
                                Column.of(texts.say("catalog.column.standing"))))
                .toList();
        var empty = EmptyState.of(texts.say("catalog.empty"), texts.say("catalog.empty.text"))
                .offering(parts.stream()
                        .flatMap(part -> part
                                .whereNothingFits(texts, officer, query.filter().words())
                                .stream())
                        .findFirst()
                        .orElseGet(() -> ButtonLink.plain(texts.say("catalog.empty.action"), Words.LIST)));
        return new DataTable(
                texts,
                texts.say("catalog.shelf." + query.chosen().code()),
                columns,
                listing.rows().stream().map(row -> row(texts, row, offices)).toList(),
                empty,
                "");
    }

    private static Row row(Texts texts, Listing.Row row, Map<String, String> offices) {
        var href = Words.LIST + "/" + row.code().key();
        var opening = texts.say("catalog.opening." + row.opening().code());
        return Row.opening(
                href,
                new Cell.Opens(row.name(), href),
                new Cell.TwoLines(
                        offices.getOrDefault(row.organisation(), row.organisation()),
                        row.code().value()),
                new Cell.TwoLines(Words.of(texts, "sharing", row.sharing()), opening),
                new Cell.Words(Words.of(texts, "cycle", row.cycle())),
                new Cell.Figure(texts.number(row.items())),
                new Cell.TwoLines(
                        texts.say("catalog.state." + row.state().code()),
                        row.publishedOn().map(texts::day).orElse("")));
    }

    private static Pagination pages(Texts texts, CatalogQuery query, Listing listing) {
        return Pagination.of(
                texts,
                query.trail(),
                listing.next(),
                trail -> query.after(trail).address(Words.LIST),
                texts.say(
                        "catalog.shown",
                        texts.number(listing.count(query.chosen())),
                        texts.number(listing.rows().size())));
    }
}
