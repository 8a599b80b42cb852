package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Awaited;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Overdue;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.Board;
import org.tongqu.platform.data.exchange.ExchangeBoard;
import org.tongqu.platform.data.exchange.Figures;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.internal.departments.Departments;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The exchange centre: flows with their lamps, what they moved, who gave whom, and the systems behind them. */
@Controller
class CentreController {

    private static final int PAGE = 50;
    private static final int LATE_SHOWN = 20;

    private final ExchangeBoard board;
    private final Flows flows;
    private final Catalog catalog;
    private final Directory directory;
    private final Figures figures;
    private final FigureTelling telling;
    private final Departments departments;
    private final Clock clock;

    CentreController(
            ExchangeBoard board,
            Flows flows,
            Catalog catalog,
            Directory directory,
            Told told,
            Departments departments,
            Clock clock) {
        this.board = board;
        this.flows = flows;
        this.catalog = catalog;
        this.directory = directory;
        this.figures = told.figures();
        this.telling = told.telling();
        this.departments = departments;
        this.clock = clock;
    }

    /** The figures, and how they are said. */
    @Component
    record Told(Figures figures, FigureTelling telling) {}

    @GetMapping(Words.CENTRE)
    Html centre(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var trail = Trail.of(after);
        var shown =
                board.board(officer, today, new ExchangeBoard.Page(trail.start().orElse(""), PAGE));
        var overdue = catalog.overdue(officer, clock.instant(), LATE_SHOWN);
        return Html.page(
                "data/exchange/CentrePage",
                new CentrePage(
                        frame.titled(texts.say("exchange.heading")).at("exchange", Breadcrumbs.none()),
                        departments.missing().map(without -> missing(texts, without)),
                        tiles(texts, shown, overdue),
                        FlowPicture.of(texts, shown.given(), code -> Words.office(texts, directory, code)),
                        flows(texts, shown.flows()),
                        pages(texts, shown, trail),
                        new CentrePage.Tables(
                                telling.items(texts, figures.all(officer, today)),
                                stale(texts, overdue),
                                given(texts, shown.given()),
                                new Balance(texts, code -> Words.office(texts, directory, code)).table(shown.given()),
                                systems(texts, shown.systems()))));
    }

    private static NoticeBanner missing(Texts texts, Departments.Missing without) {
        return NoticeBanner.warning(texts.say(
                        "exchange.departments.missing", String.join(texts.say("exchange.and"), without.systems())))
                .saying(texts.say("exchange.departments.missing.text", without.why()));
    }

    private static StatTiles tiles(Texts texts, Board shown, Overdue overdue) {
        var totals = shown.totals();
        return new StatTiles(
                texts,
                List.of(
                        tile(texts, "today", totals.today()),
                        tile(texts, "total", totals.total()),
                        tile(texts, "flows", totals.flows()),
                        tile(texts, "systems", shown.systems().size()),
                        tile(texts, "troubled", totals.troubled()),
                        tile(texts, "stale", overdue.counts().stale()),
                        tile(texts, "waiting", totals.waiting())));
    }

    private static Tile tile(Texts texts, String name, long count) {
        return new Tile(
                texts.say("exchange.tile." + name),
                texts.number(count),
                "",
                "",
                "",
                texts.say("exchange.tile." + name + ".formula"));
    }

    private DataTable flows(Texts texts, List<FlowStanding> shown) {
        return new DataTable(
                texts,
                texts.say("exchange.flows"),
                List.of(
                        Column.of(texts.say("exchange.column.fresh")),
                        Column.of(texts.say("exchange.column.flow")),
                        Column.of(texts.say("exchange.column.parties")),
                        Column.figures(texts.say("exchange.column.today")),
                        Column.figures(texts.say("exchange.column.total")),
                        Column.figures(texts.say("exchange.column.waiting")),
                        Column.of(texts.say("exchange.column.last"))),
                shown.stream().map(flow -> row(texts, flow)).toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), texts.say("exchange.flows.empty.text")),
                "");
    }

    private Row row(Texts texts, FlowStanding flow) {
        var href = Words.address(flow.id());
        var last = flow.last();
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, flow, clock.instant())),
                new Cell.Opens(Words.title(texts, flows, flow.id()), href),
                new Cell.TwoLines(
                        texts.say(
                                "exchange.parties",
                                Words.office(texts, directory, flow.route().provider()),
                                Words.office(texts, directory, flow.route().consumer())),
                        last.flatMap(run -> run.agreement()).orElse(texts.say("exchange.no-agreement"))),
                new Cell.Figure(texts.number(flow.today())),
                new Cell.Figure(texts.number(flow.total())),
                flow.waiting() == 0
                        ? new Cell.Figure(texts.number(0))
                        : new Cell.FigureLink(texts.number(flow.waiting()), href + "/quarantine"),
                last.map(run -> new Cell.TwoLines(
                                texts.say("exchange.state." + run.state().code()),
                                run.reason().code().isEmpty()
                                        ? texts.moment(run.started())
                                        : Words.why(texts, run.reason())))
                        .orElseGet(() -> new Cell.TwoLines(texts.say("exchange.never"), "")));
    }

    private static Pagination pages(Texts texts, Board shown, Trail trail) {
        var next = Trail.next(shown.flows(), PAGE, FlowStanding::id);
        var words = texts.say(
                "exchange.shown",
                texts.number(shown.totals().flows()),
                shown.flows().size());
        return ListAddress.of(Words.CENTRE).pages(texts, trail, next, words);
    }

    private DataTable stale(Texts texts, Overdue overdue) {
        var now = clock.instant();
        return new DataTable(
                texts,
                texts.say(
                        "exchange.stale",
                        overdue.counts().stale(),
                        overdue.counts().noted()),
                Stream.of("fresh", "resource", "provider", "came", "due")
                        .map(name -> Column.of(texts.say("exchange.column." + name)))
                        .toList(),
                overdue.first().stream().map(late -> row(texts, late, now)).toList(),
                EmptyState.of(texts.say("exchange.stale.empty"), texts.say("exchange.stale.empty.text")),
                "");
    }

    private Row row(Texts texts, Awaited late, Instant now) {
        var term = late.term();
        var href = "/desk/catalog/" + late.resource().key();
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, late, now)),
                new Cell.Opens(late.name(), href),
                new Cell.Words(Words.office(texts, directory, late.organisation())),
                new Cell.Words(texts.moment(term.since())),
                new Cell.Words(texts.until(term.dueAt())));
    }

    private DataTable given(Texts texts, List<Board.Given> given) {
        return new DataTable(
                texts,
                texts.say("exchange.given"),
                List.of(
                        Column.of(texts.say("exchange.column.provider")),
                        Column.of(texts.say("exchange.column.consumer")),
                        Column.figures(texts.say("exchange.column.flows")),
                        Column.figures(texts.say("exchange.column.today")),
                        Column.figures(texts.say("exchange.column.total"))),
                given.stream()
                        .map(pair -> Row.of(
                                new Cell.Words(Words.office(texts, directory, pair.provider())),
                                new Cell.Words(Words.office(texts, directory, pair.consumer())),
                                new Cell.Figure(texts.number(pair.flows())),
                                new Cell.Figure(texts.number(pair.today())),
                                new Cell.Figure(texts.number(pair.total()))))
                        .toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), ""),
                "");
    }

    private DataTable systems(Texts texts, List<Board.Linked> systems) {
        return new DataTable(
                texts,
                texts.say("exchange.systems"),
                Stream.of("system", "office", "kind", "gives", "takes", "since")
                        .map(name -> Column.of(texts.say("exchange.column." + name)))
                        .toList(),
                systems.stream()
                        .map(system -> Row.of(
                                new Cell.Words(system.id()),
                                new Cell.Words(Words.office(texts, directory, system.organisation())),
                                new Cell.Words(
                                        system.kind().equals("node") ? texts.say("exchange.node.kind") : system.kind()),
                                new Cell.Words(texts.number(system.gives())),
                                new Cell.Words(texts.number(system.takes())),
                                new Cell.Words(texts.moment(system.since()))))
                        .toList(),
                EmptyState.of(texts.say("exchange.systems.empty"), texts.say("exchange.systems.empty.text")),
                "");
    }
}
