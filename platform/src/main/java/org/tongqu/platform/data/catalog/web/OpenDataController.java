package org.tongqu.platform.data.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.catalog.Listing;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.data.catalog.OpenFile;
import org.tongqu.platform.data.catalog.OpenFiles;
import org.tongqu.platform.data.catalog.internal.DcatExport;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What is open to society, for people and for machines. */
@Controller
class OpenDataController {

    static final String LIST = "/data";
    private static final String TURTLE_FILE = LIST + "/catalog.ttl";
    private static final String JSON_LD_FILE = LIST + "/catalog.jsonld";
    private static final int PAGE = 50;
    private static final MediaType TURTLE = new MediaType("text", "turtle");
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");

    private final Catalog catalog;
    private final EditionTelling telling;
    private final Directory directory;
    private final DcatExport export;
    private final ObjectProvider<ForeignCatalogs> foreign;
    private final ObjectProvider<OpenFiles> files;

    OpenDataController(
            Catalog catalog,
            EditionTelling telling,
            Directory directory,
            DcatExport export,
            ObjectProvider<ForeignCatalogs> foreign,
            ObjectProvider<OpenFiles> files) {
        this.files = files;
        this.catalog = catalog;
        this.telling = telling;
        this.directory = directory;
        this.export = export;
        this.foreign = foreign;
    }

    /** For people a page; a program that asks for another form at the same address is sent to the file. */
    @GetMapping(LIST)
    Object list(
            PageFrame frame,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String origin,
            @RequestParam(defaultValue = "") String after) {
        var type = wanted(accept);
        if (origin.equals(ForeignCatalogs.ELSEWHERE)) {
            return ForeignCatalogs.redirect(ForeignCatalogs.OPEN_LIST, q);
        }
        return type.equals(MediaType.TEXT_HTML) ? page(frame, q, after) : elsewhere(type);
    }

    private static ResponseEntity<Void> elsewhere(MediaType type) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(type.equals(TURTLE) ? TURTLE_FILE : JSON_LD_FILE))
                .varyBy(HttpHeaders.ACCEPT)
                .build();
    }

    private static MediaType wanted(String accept) {
        try {
            var said = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(said);
            return said.stream()
                    .flatMap(type ->
                            Stream.of(MediaType.TEXT_HTML, TURTLE, JSON_LD).filter(type::includes))
                    .findFirst()
                    .orElse(MediaType.TEXT_HTML);
        } catch (InvalidMediaTypeException unreadable) {
            return MediaType.TEXT_HTML;
        }
    }

    private Html page(PageFrame frame, String q, String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var words = q.strip();
        var listing = catalog.open(words, trail.start().orElse(""), PAGE);
        var filter = new FilterBar(
                texts,
                LIST,
                List.of(
                        new FilterBar.Filter.Words("q", texts.say("catalog.filter.words"), words),
                        ForeignCatalogs.filter(texts)),
                List.of(),
                LIST);
        return Html.page(
                "data/catalog/OpenListPage",
                new OpenListPage(
                        frame.titled(texts.say("catalog.open")).at("open-data", Breadcrumbs.none()),
                        filter,
                        table(texts, listing),
                        Pagination.of(
                                texts,
                                trail,
                                listing.next(),
                                next -> address(words, next),
                                texts.say(
                                        "catalog.shown",
                                        texts.number(listing.count(Shelf.PUBLISHED)),
                                        texts.number(listing.rows().size()))),
                        trail.isFirst()
                                ? ForeignCatalogs.found(foreign.stream(), texts, ForeignCatalogs.OPEN_LIST, words)
                                : Optional.empty()));
    }

    private static String address(String words, String trail) {
        return LIST + "?q=" + UriUtils.encode(words, UTF_8) + "&after=" + UriUtils.encode(trail, UTF_8);
    }

    private DataTable table(Texts texts, Listing listing) {
        var rows = listing.rows().stream()
                .map(row -> {
                    var href = LIST + "/" + row.code().key();
                    var office = directory.findOrganisation(row.organisation());
                    return Row.opening(
                            href,
                            new Cell.Opens(row.name(), href),
                            new Cell.Words(office.map(known -> Said.in(texts, known.name()))
                                    .orElse(row.organisation())),
                            new Cell.Words(Words.of(texts, "opening", row.opening())),
                            new Cell.Words(Words.of(texts, "cycle", row.cycle())),
                            new Cell.Words(row.publishedOn().map(texts::day).orElse("")));
                })
                .toList();
        var columns = List.of("name", "organisation", "opening", "cycle", "published").stream()
                .map(name -> Column.of(texts.say("catalog.column." + name)))
                .toList();
        var empty = EmptyState.of(texts.say("catalog.empty"), texts.say("catalog.open.empty.text"))
                .offering(ButtonLink.plain(texts.say("catalog.open.empty.action"), LIST));
        return new DataTable(texts, texts.say("catalog.open"), columns, rows, empty, "");
    }

    @GetMapping(LIST + "/{key:[0-9A-Z]+-[0-9]+}")
    Html one(PageFrame frame, @PathVariable String key) {
        var texts = frame.texts();
        var edition = catalog.findOpen(ResourceController.code(key)).orElseThrow(Words::notFound);
        var name = edition.description().name();
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("catalog.open"), LIST), new Crumb(name, ""));
        var kept = files.stream().flatMap(keeper -> keeper.of(edition).stream()).toList();
        return Html.page(
                "data/catalog/OpenResourcePage",
                new OpenResourcePage(
                        frame.titled(name).at("open-data", crumbs),
                        name,
                        edition.description().summary(),
                        kept.stream()
                                .map(file -> ButtonLink.plain(
                                                texts.say("catalog.open.take", file.format()), file.href())
                                        .with(Icon.DOWNLOAD))
                                .toList(),
                        terms(texts, edition, kept),
                        telling.openFacts(texts, edition),
                        telling.items(texts, edition, "")));
    }

    private KeyFacts terms(Texts texts, Edition edition, List<OpenFile> kept) {
        var facts = new ArrayList<KeyFacts.Fact>();
        kept.stream()
                .findFirst()
                .ifPresent(file ->
                        facts.add(KeyFacts.Fact.of(texts.say("catalog.open.terms"), Said.in(texts, file.terms()))));
        catalog.lastDelivery(edition)
                .filter(last -> !kept.isEmpty())
                .ifPresent(last ->
                        facts.add(KeyFacts.Fact.of(texts.say("catalog.open.updated"), texts.moment(last.at()))
                                .noting(texts.say("catalog.open.records", texts.number(last.rows())))));
        return new KeyFacts(facts);
    }

    @GetMapping(TURTLE_FILE)
    ResponseEntity<StreamingResponseBody> turtle(HttpServletRequest request) {
        return export(request, DcatExport.Form.TURTLE, new MediaType(TURTLE, UTF_8));
    }

    /** The same page by page, for those who read on where they stopped. */
    @GetMapping(path = TURTLE_FILE, params = "after")
    ResponseEntity<StreamingResponseBody> turtlePage(HttpServletRequest request, @RequestParam String after) {
        var base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return ResponseEntity.ok().contentType(new MediaType(TURTLE, UTF_8)).body(out -> {
            try (var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
                export.page(base, base + TURTLE_FILE, after, writer);
            }
        });
    }

    @GetMapping(JSON_LD_FILE)
    ResponseEntity<StreamingResponseBody> jsonLd(HttpServletRequest request) {
        return export(request, DcatExport.Form.JSON_LD, JSON_LD);
    }

    private ResponseEntity<StreamingResponseBody> export(
            HttpServletRequest request, DcatExport.Form form, MediaType type) {
        var base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return ResponseEntity.ok().contentType(type).body(out -> {
            try (var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
                export.write(form, base, writer);
            }
        });
    }
}
