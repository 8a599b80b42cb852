package org.tongqu.platform.matter.items.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.items.BookItem;
import org.tongqu.platform.matter.items.ItemTelling;
import org.tongqu.platform.operate.web.Html;

/** An item with all its versions. */
final class VersionsTelling {

    private VersionsTelling() {}

    /**
     * What is shown.
     *
     * @param place   the address of the page
     * @param version 0 for the newest
     * @param offices who carries it out, where it is of the basic catalogue
     */
    record Shown(String place, int version, Optional<DataTable> offices) {}

    static Html page(PageFrame frame, List<Crumb> above, List<BookItem> versions, Shown shown) {
        var texts = frame.texts();
        var item = versions.stream()
                .filter(one -> shown.version() == 0 || one.version() == shown.version())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var crumbs = new ArrayList<>(above);
        crumbs.add(new Crumb(item.name(), ""));
        return Html.page(
                "matter/items/BookItemPage",
                new BookItemPage(
                        frame.titled(item.name())
                                .at(BookController.PLACE, Breadcrumbs.of(crumbs.toArray(Crumb[]::new))),
                        item.name(),
                        texts.say(
                                "items.of",
                                item.cell(shown.offices().isPresent() ? "guide_dept" : "dept_name"),
                                item.code(),
                                item.version()),
                        ItemTelling.groups(texts, item.cells()),
                        versions(texts, shown.place(), versions),
                        shown.offices()));
    }

    private static DataTable versions(Texts texts, String place, List<BookItem> versions) {
        var before = versions.stream().collect(Collectors.toMap(BookItem::version, item -> item));
        return new DataTable(
                texts,
                texts.say("items.versions"),
                Stream.of("version", "since", "until", "by", "changed")
                        .map(name -> Column.of(texts.say("items.version." + name)))
                        .toList(),
                versions.stream()
                        .map(item -> version(texts, place, item, before))
                        .toList(),
                EmptyState.of(texts.say("portal.items.empty"), ""),
                "");
    }

    private static Row version(Texts texts, String place, BookItem item, Map<Integer, BookItem> all) {
        var href = place + "?version=" + item.version();
        var before = all.get(item.version() - 1);
        return Row.opening(
                href,
                new Cell.Opens(String.valueOf(item.version()), href),
                new Cell.Words(texts.moment(item.since())),
                new Cell.Words(item.until().map(texts::moment).orElseGet(() -> texts.say("items.version.now"))),
                new Cell.Words(item.by()),
                new Cell.Words(
                        before == null
                                ? texts.say("items.version.first")
                                : item.differs(before).stream()
                                        .map(column -> ItemTelling.column(texts, column))
                                        .collect(Collectors.joining(texts.say("portal.check.and")))));
    }
}
