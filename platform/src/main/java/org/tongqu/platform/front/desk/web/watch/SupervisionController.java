package org.tongqu.platform.front.desk.web.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.LampCounts;
import org.tongqu.design.view.StatTiles;
import org.tongqu.platform.front.desk.web.DeskBanners;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.Indicator;
import org.tongqu.platform.matter.supervision.LampBoard;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The whole place at a glance: lamps, figures, organisations. Each number is the way to its rows. */
@Controller
class SupervisionController {

    private static final List<Indicator> FIGURES =
            List.of(Indicator.ON_TIME, Indicator.AVERAGE_DAYS, Indicator.ENDED_LATE, Indicator.OVERDUE_NOW);

    private static final int BARS = 12;

    private final Supervision supervision;
    private final Findings findings;
    private final Directory directory;
    private final ServiceCatalogue catalogue;
    private final DeskBanners banners;
    private final Clock clock;

    SupervisionController(
            Supervision supervision,
            Findings findings,
            Directory directory,
            ServiceCatalogue catalogue,
            DeskBanners banners,
            Clock clock) {
        this.supervision = supervision;
        this.findings = findings;
        this.directory = directory;
        this.catalogue = catalogue;
        this.banners = banners;
        this.clock = clock;
    }

    @GetMapping("/desk/supervision")
    Html supervision(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, WatchQuery query) {
        var texts = frame.texts();
        var today = LocalDate.now(clock.withZone(Texts.ZONE));
        var parts = new WatchParts(texts, query, today);
        var board = supervision.board(officer, query.filter());
        var question = query.question(today);
        var tiles = FIGURES.stream()
                .map(indicator -> parts.tile(supervision.figure(officer, indicator, question)))
                .toList();
        return Html.page(
                "front/desk/SupervisionPage",
                new SupervisionPage(
                        banners.on(frame, officer)
                                .titled(texts.say("desk.watch.heading"))
                                .at("supervision", Breadcrumbs.none()),
                        parts.lamps(board::of),
                        found(officer, texts, query, today),
                        parts.filters("/desk/supervision", directory.organisations(), catalogue),
                        new StatTiles(texts, tiles),
                        chart(texts, query, board),
                        table(texts, query, board)));
    }

    private LampCounts found(SignedIn.Officer officer, Texts texts, WatchQuery query, LocalDate today) {
        var asked = FindingQuery.like(query);
        return RuleWords.lamps(texts, asked, findings.counts(officer, asked.filter(today)));
    }

    private static List<BarChart> chart(Texts texts, WatchQuery query, LampBoard board) {
        var late = board.lines().stream()
                .filter(line -> line.of(Lamp.RED) > 0)
                .sorted(Comparator.comparingLong((LampBoard.Line line) -> line.of(Lamp.RED))
                        .reversed())
                .limit(BARS)
                .map(line -> new BarChart.Bar(
                        Said.in(texts, line.name()),
                        line.of(Lamp.RED),
                        texts.number(line.of(Lamp.RED)),
                        BarChart.Mark.LATE,
                        query.of(line.organisation()).lit(Lamp.RED).rows()))
                .toList();
        return late.isEmpty()
                ? List.of()
                : List.of(new BarChart(
                        texts.say("desk.watch.chart.red"),
                        texts.say("desk.watch.column.organisation"),
                        texts.say("supervision.unit.count"),
                        late));
    }

    private static DataTable table(Texts texts, WatchQuery query, LampBoard board) {
        var columns = new ArrayList<Column>();
        columns.add(Column.of(texts.say("desk.watch.column.organisation")));
        WatchParts.LAMPS.forEach(lamp -> columns.add(Column.figures(Lamps.word(texts, lamp))));
        columns.add(Column.figures(texts.say("desk.watch.column.open")));
        var rows = board.lines().stream().map(line -> row(texts, query, line)).toList();
        return new DataTable(
                texts,
                texts.say("desk.watch.caption"),
                columns,
                rows,
                EmptyState.of(texts.say("desk.watch.empty.title"), texts.say("desk.watch.empty.text")),
                "");
    }

    private static Row row(Texts texts, WatchQuery query, LampBoard.Line line) {
        var own = query.of(line.organisation());
        var name = Stream.of((Cell) new Cell.Opens(Said.in(texts, line.name()), own.rows()));
        var counts = WatchParts.LAMPS.stream().map(lamp -> count(texts, own, lamp, line.of(lamp)));
        var all = Stream.of((Cell) new Cell.FigureLink(texts.number(line.total()), own.rows()));
        return Row.opening(
                own.rows(), Stream.of(name, counts, all).flatMap(cells -> cells).toArray(Cell[]::new));
    }

    private static Cell count(Texts texts, WatchQuery own, Lamp lamp, long number) {
        return number == 0
                ? new Cell.Figure("0")
                : new Cell.FigureLink(texts.number(number), own.lit(lamp).rows());
    }
}
