package org.tongqu.platform.front.desk.web.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.ClockPage;
import org.tongqu.platform.matter.supervision.ClockRow;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The rows behind a lamp or a figure, and the evidence behind a row. */
@Controller
class ClocksController {

    private final Supervision supervision;
    private final Directory directory;
    private final ServiceCatalogue catalogue;
    private final Clock clock;

    ClocksController(Supervision supervision, Directory directory, ServiceCatalogue catalogue, Clock clock) {
        this.supervision = supervision;
        this.directory = directory;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/desk/supervision/clocks")
    Html clocks(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, WatchQuery query) {
        var texts = frame.texts();
        var today = LocalDate.now(clock.withZone(Texts.ZONE));
        var parts = new WatchParts(texts, query, today);
        var after = query.trail().start();
        var page = query.indicator()
                .map(indicator -> supervision.rows(officer, indicator, query.question(today), after))
                .orElseGet(() -> supervision.rows(officer, query.filter(), after));
        var board = supervision.board(officer, query.filter());
        var heading = query.indicator()
                .map(indicator -> texts.say("supervision.indicator." + indicator.key()))
                .orElseGet(() -> texts.say("desk.clocks.heading"));
        var formula = query.indicator()
                .map(indicator -> texts.say("supervision.indicator." + indicator.key() + ".formula"))
                .orElse("");
        return Html.page(
                "front/desk/ClocksPage",
                new ClocksPage(
                        frame.titled(heading).at("clocks", crumbs(texts, heading)),
                        heading,
                        formula,
                        parts.lamps(board::of),
                        parts.filters("/desk/supervision/clocks", directory.organisations(), catalogue),
                        table(texts, page),
                        pages(texts, query, page)));
    }

    @GetMapping("/desk/supervision/clocks/{caseId}/{clockName}")
    Html evidence(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String clockName) {
        var found = supervision
                .evidence(officer, caseId, clockName)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = new EvidenceTelling(frame, officer, found, directory, catalogue).page();
        return Html.page("front/desk/EvidencePage", page);
    }

    static Breadcrumbs crumbs(Texts texts, String here) {
        return Breadcrumbs.of(new Crumb(texts.say("desk.watch.heading"), "/desk/supervision"), new Crumb(here, ""));
    }

    private DataTable table(Texts texts, ClockPage page) {
        var columns = Stream.of(
                        "inbox.column.lamp",
                        "inbox.column.matter",
                        "clocks.column.clock",
                        "watch.column.organisation",
                        "clocks.column.started",
                        "inbox.column.due")
                .map(key -> Column.of(texts.say("desk." + key)))
                .toList();
        return new DataTable(
                texts,
                texts.say("desk.clocks.caption"),
                columns,
                page.rows().stream().map(row -> row(texts, row)).toList(),
                EmptyState.of(texts.say("desk.clocks.empty.title"), texts.say("desk.clocks.empty.text")),
                "");
    }

    private Row row(Texts texts, ClockRow row) {
        var href = "/desk/supervision/clocks/" + row.caseId() + "/" + row.clock();
        var office = directory.findOrganisation(row.organisation()).map(organisation -> organisation.name());
        List<Cell> cells = List.of(
                new Cell.Lit(Lamps.shown(texts, row.lamp())),
                new Cell.Opens(row.title(), href),
                new Cell.TwoLines(Said.in(texts, row.label()), row.receipt()),
                new Cell.Words(Said.in(texts, office)),
                new Cell.Words(texts.moment(row.run().startedAt())),
                new Cell.Words(texts.until(row.run().dueAt())));
        return Row.opening(href, cells.toArray(Cell[]::new));
    }

    private static Pagination pages(Texts texts, WatchQuery query, ClockPage page) {
        return Pagination.of(
                texts,
                query.trail(),
                page.next(),
                trail -> query.after(trail).rows(),
                texts.say("desk.clocks.shown", texts.number(page.rows().size())));
    }
}
