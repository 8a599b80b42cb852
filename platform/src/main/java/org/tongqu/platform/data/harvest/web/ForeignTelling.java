package org.tongqu.platform.data.harvest.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.harvest.ForeignCatalog;
import org.tongqu.platform.data.harvest.ForeignCatalog.Reader;
import org.tongqu.platform.data.harvest.ForeignEntry;
import org.tongqu.platform.data.harvest.ForeignRecord;
import org.tongqu.platform.operate.web.ListAddress;

/** What is said of foreign records, on their own pages and below a search of the catalogue. */
@Component
class ForeignTelling implements ForeignCatalogs {

    private static final int BELOW = 5;
    private static final int SHORT = 100;

    private final ForeignCatalog catalog;

    ForeignTelling(ForeignCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<Found> search(Texts texts, String list, String words) {
        var reader = list.equals(OPEN_LIST) ? Reader.ANYBODY : Reader.OFFICER;
        var rows = catalog.first(new ForeignCatalog.Asked(reader, words, 0), BELOW);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        table(texts, list, rows),
                        ButtonLink.plain(
                                texts.say("harvest.found.all"),
                                ListAddress.of(list).with("q", words).toString())));
    }

    DataTable table(Texts texts, String list, List<ForeignEntry> rows) {
        var columns = Stream.of("title", "origin", "publisher", "modified")
                .map(name -> Words.column(texts, name))
                .toList();
        return Words.table(
                texts,
                "found",
                columns,
                rows.stream().map(row -> row(texts, list, row)).toList());
    }

    private static Row row(Texts texts, String list, ForeignEntry row) {
        var href = list + "/" + row.id();
        return Row.opening(
                href,
                new Cell.Opens(row.record().title(), href),
                new Cell.TwoLines(row.origin().name(), texts.say("catalog.origin.elsewhere")),
                new Cell.Words(row.record().publisher()),
                new Cell.Words(row.record().modified().map(texts::moment).orElse("")));
    }

    ForeignRecordPage page(PageFrame frame, ForeignEntry entry, Optional<ButtonLink> ask) {
        var texts = frame.texts();
        var record = entry.record();
        var ways = new ArrayList<ButtonLink>();
        if (!record.landing().isEmpty()) {
            ways.add(ButtonLink.main(texts.say("harvest.there"), record.landing())
                    .with(Icon.EXTERNAL_LINK));
        }
        ask.ifPresent(ways::add);
        var notice = entry.gone().isPresent()
                ? NoticeBanner.warning(
                        texts.say("harvest.gone", texts.moment(entry.gone().get())))
                : NoticeBanner.info(
                        texts.say("harvest.elsewhere", entry.origin().name()));
        return new ForeignRecordPage(
                frame.noticing(List.of(notice)),
                record.title(),
                record.description(),
                ways,
                facts(texts, entry),
                offers(texts, record));
    }

    private static KeyFacts facts(Texts texts, ForeignEntry entry) {
        var record = entry.record();
        return new KeyFacts(List.of(
                Words.fact(texts, "origin", entry.origin().name())
                        .noting(entry.origin().address()),
                Words.fact(texts, "identifier", record.identifier()),
                Words.fact(texts, "publisher", said(record.publisher())),
                Words.fact(
                        texts, "modified", record.modified().map(texts::moment).orElse("–")),
                Words.fact(texts, "licence", said(record.terms().licence())),
                Words.fact(texts, "rights", said(record.terms().rights())),
                Words.fact(texts, "themes", said(String.join(" · ", record.themes()))),
                Words.fact(texts, "first", texts.moment(entry.first()))));
    }

    private static String said(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static DataTable offers(Texts texts, ForeignRecord record) {
        var columns = Stream.of("offer", "format", "address")
                .map(name -> Words.column(texts, name))
                .toList();
        return Words.table(
                texts,
                "offers",
                columns,
                record.offers().stream()
                        .map(offer -> Row.of(
                                new Cell.Words(offer.title().isEmpty() ? "–" : offer.title()),
                                new Cell.Words(offer.format().isEmpty() ? "–" : offer.format()),
                                offer.address().isEmpty()
                                        ? new Cell.Words("–")
                                        : new Cell.Opens(offer.address(), offer.address())))
                        .toList());
    }

    static String cut(String title) {
        return title.codePointCount(0, title.length()) <= SHORT
                ? title
                : title.substring(0, title.offsetByCodePoints(0, SHORT));
    }
}
