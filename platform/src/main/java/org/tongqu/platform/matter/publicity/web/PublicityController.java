package org.tongqu.platform.matter.publicity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.matter.publicity.Penalties;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;

/** The two shelves that everybody may read, and take away as a table. */
@Controller
class PublicityController {

    static final String PUBLICITY = "/publicity";
    private static final String LICENCES = PUBLICITY + "/licences";
    private static final String PENALTIES = PUBLICITY + "/penalties";
    private static final String FILE = ".{form:xlsx|csv}";

    private static final int PAGE = 20;

    /** How many lines a file has at most: the newest of those asked for. */
    private static final int MOST = 2000;

    private final Licences licences;
    private final Penalties penalties;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    PublicityController(Licences licences, Penalties penalties, ServiceCatalogue catalogue, Directory directory) {
        this.licences = licences;
        this.penalties = penalties;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    private Shelves shelves(Texts texts) {
        return new Shelves(texts, catalogue, directory);
    }

    @GetMapping(PUBLICITY)
    Html licences(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = licences.issued(q, trail.start(), PAGE);
        var rows = found.rows().stream().map(licence -> row(texts, licence)).toList();
        return page(frame, new Shelf(PUBLICITY, "licences", q), trail, found.next(), rows);
    }

    private static Row row(Texts texts, Licence licence) {
        var href = LICENCES + "/" + licence.identifier();
        return Row.opening(
                href,
                new Cell.Opens(Shelves.open(licence.holder().name()), href),
                new Cell.Words(licence.kind().title().zh()),
                new Cell.Words(licence.number()),
                new Cell.Words(texts.day(licence.issuedAt().atZone(Texts.ZONE).toLocalDate())),
                new Cell.Words(licence.issuer().name()));
    }

    @GetMapping(PENALTIES)
    Html penalties(
            PageFrame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = penalties.published(q, trail.start(), PAGE);
        var shelves = shelves(texts);
        var rows = found.rows().stream().map(penalty -> row(shelves, penalty)).toList();
        return page(frame, new Shelf(PENALTIES, "penalties", q), trail, found.next(), rows);
    }

    private static Row row(Shelves shelves, Penalty penalty) {
        var href = PENALTIES + "/" + penalty.id();
        var decided = penalty.decided();
        return Row.opening(
                href,
                new Cell.Opens(decided.subject().name(), href),
                new Cell.Words(decided.deed().violation()),
                new Cell.Words(decided.number()),
                new Cell.Words(shelves.texts().day(decided.on())),
                new Cell.Words(shelves.office(penalty.organisation())));
    }

    /** @param q what is looked for */
    private record Shelf(String path, String id, String q) {

        ListAddress address() {
            return ListAddress.of(path).with("q", q);
        }

        String file(SheetForm form) {
            return ListAddress.of(PUBLICITY + "/" + id + "." + form.code())
                    .with("q", q)
                    .toString();
        }
    }

    private Html page(PageFrame frame, Shelf shelf, Trail trail, Optional<String> next, List<Row> rows) {
        var texts = frame.texts();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("publicity.heading"), ""));
        return Html.page(
                "matter/publicity/PublicityPage",
                new PublicityPage(
                        frame.titled(texts.say("publicity.heading")).at("results", crumbs),
                        new Tabs(
                                texts.say("publicity.heading"),
                                List.of(
                                        new Tabs.Tab("licences", texts.say("publicity.licences"), PUBLICITY, ""),
                                        new Tabs.Tab("penalties", texts.say("publicity.penalties"), PENALTIES, "")),
                                shelf.id()),
                        new FilterBar(
                                texts,
                                shelf.path(),
                                List.of(new FilterBar.Filter.Words(
                                        "q", texts.say("publicity.search." + shelf.id()), shelf.q())),
                                List.of(),
                                shelf.path()),
                        table(texts, shelf, rows),
                        shelf.address().pages(texts, trail, next, texts.say("publicity.shown", rows.size())),
                        Stream.of(SheetForm.values())
                                .map(form -> ButtonLink.plain(
                                                texts.say("publicity.file", form.name()), shelf.file(form))
                                        .with(Icon.DOWNLOAD))
                                .toList()));
    }

    private static DataTable table(Texts texts, Shelf shelf, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("publicity." + shelf.id()),
                Stream.of("subject", shelf.id(), "number", "day", "office")
                        .map(name -> Column.of(texts.say("publicity.column." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("publicity.empty"), texts.say("publicity.empty.text")),
                "");
    }

    @GetMapping(LICENCES + "/{identifier}")
    Html licence(PageFrame frame, @PathVariable String identifier) {
        var licence = licences.findByNumber(identifier).stream()
                .filter(known -> known.identifier().equals(identifier))
                .findFirst()
                .orElseThrow(PublicityController::notFound);
        return one(
                frame,
                Shelves.open(licence.holder().name()),
                shelves(frame.texts()).facts(shelves(frame.texts()).lines(licence)),
                PUBLICITY);
    }

    @GetMapping(PENALTIES + "/{id}")
    Html penalty(PageFrame frame, @PathVariable String id) {
        var shelves = shelves(frame.texts());
        var gone = penalties.findTakenDown(id);
        if (gone.isPresent()) {
            return takenDown(frame, shelves, gone.get()).with(HttpStatus.GONE);
        }
        var penalty = penalties.findPublished(id).orElseThrow(PublicityController::notFound);
        var facts = new ArrayList<>(shelves.facts(shelves.lines(penalty)).facts());
        facts.addAll(shelves.corrections(penalties.corrections(penalty)));
        return one(frame, penalty.decided().subject().name(), new KeyFacts(facts), PENALTIES);
    }

    /** Which decision is no longer shown and why; whom it is about is not said any more. */
    private static Html takenDown(PageFrame frame, Shelves shelves, Penalty penalty) {
        var texts = frame.texts();
        var facts = new ArrayList<KeyFacts.Fact>();
        facts.add(KeyFacts.Fact.of(
                texts.say("publicity.field.cf_wsh"), penalty.decided().number()));
        facts.add(KeyFacts.Fact.of(texts.say("publicity.field.cf_cfjg"), shelves.office(penalty.organisation())));
        penalty.standing().withdrawn().ifPresent(gone -> facts.add(shelves.withdrawn(gone)));
        return one(frame, texts.say("publicity.gone"), new KeyFacts(facts), PENALTIES);
    }

    private static Html one(PageFrame frame, String heading, KeyFacts facts, String back) {
        var texts = frame.texts();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("publicity.heading"), back),
                new Crumb(heading, ""));
        return Html.page(
                "matter/publicity/PublishedPage",
                new PublishedPage(frame.titled(heading).at("results", crumbs), heading, facts, back));
    }

    @GetMapping(LICENCES + FILE)
    ResponseEntity<StreamingResponseBody> licencesAsFile(
            PageFrame frame, @PathVariable String form, @RequestParam(defaultValue = "") String q) {
        var shelves = shelves(frame.texts());
        var found = licences.issued(q, Optional.empty(), MOST).rows().stream();
        return file(shelves, SheetForm.of(form), "licences", found.map(shelves::lines));
    }

    @GetMapping(PENALTIES + FILE)
    ResponseEntity<StreamingResponseBody> penaltiesAsFile(
            PageFrame frame, @PathVariable String form, @RequestParam(defaultValue = "") String q) {
        var shelves = shelves(frame.texts());
        var found = penalties.published(q, Optional.empty(), MOST).rows().stream();
        return file(shelves, SheetForm.of(form), "penalties", found.map(shelves::lines));
    }

    private static ResponseEntity<StreamingResponseBody> file(
            Shelves shelves, SheetForm form, String shelf, Stream<List<Shelves.Line>> lines) {
        var rows = lines.toList();
        return form.file(shelf, out -> {
            try (var sheet = SheetWriter.to(form, out, shelves.texts().say("publicity." + shelf))) {
                if (!rows.isEmpty()) {
                    sheet.line(rows.getFirst().stream().map(shelves::heading).toList());
                }
                for (var row : rows) {
                    sheet.line(row.stream().map(Shelves.Line::value).toList());
                }
            }
        });
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
