package org.tongqu.platform.data.comparison.web;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.JobStanding;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The list of comparisons. */
@Controller
class JobsController {

    private final Comparisons comparisons;
    private final Directory directory;

    JobsController(Comparisons comparisons, Directory directory) {
        this.comparisons = comparisons;
        this.directory = directory;
    }

    @GetMapping(Words.LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        var texts = frame.texts();
        var standings = comparisons.standings(officer);
        return Html.page(
                "data/comparison/JobsPage",
                new JobsPage(
                        frame.titled(texts.say("comparison.heading")).at("comparison", Breadcrumbs.none()),
                        tiles(texts, standings),
                        table(texts, standings)));
    }

    private static StatTiles tiles(Texts texts, List<JobStanding> standings) {
        return new StatTiles(
                texts,
                Stream.of(State.values())
                        .map(state -> tile(texts, state, sum(standings, one -> one.count(state)), ""))
                        .toList());
    }

    private static long sum(List<JobStanding> standings, ToLongFunction<JobStanding> part) {
        return standings.stream().mapToLong(part).sum();
    }

    static StatTiles.Tile tile(Texts texts, State state, long count, String href) {
        return new StatTiles.Tile(
                Words.state(texts, state),
                texts.number(count),
                "",
                href,
                "",
                texts.say("comparison.state." + state.code() + ".formula"));
    }

    private DataTable table(Texts texts, List<JobStanding> standings) {
        var columns = Stream.concat(
                        Stream.of("state", "job", "source")
                                .map(name -> Column.of(texts.say("comparison.column." + name))),
                        Stream.of(
                                Column.figures(texts.say("comparison.column.unsettled")),
                                Column.figures(texts.say("comparison.column.excused")),
                                Column.figures(texts.say("comparison.column.closed")),
                                Column.of(texts.say("comparison.column.last"))))
                .toList();
        return new DataTable(
                texts,
                texts.say("comparison.heading"),
                columns,
                standings.stream().map(standing -> row(texts, standing)).toList(),
                EmptyState.of(texts.say("comparison.empty"), texts.say("comparison.empty.text")),
                "");
    }

    private Row row(Texts texts, JobStanding standing) {
        var planned = standing.planned();
        var href = Words.address(planned);
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, standing)),
                new Cell.Opens(Words.title(texts, planned), href),
                new Cell.TwoLines(
                        Said.in(
                                texts,
                                directory.findName(planned.about().provider()),
                                planned.about().provider()),
                        Words.flow(texts, planned.about())),
                new Cell.Figure(texts.number(standing.unsettled())),
                new Cell.Figure(texts.number(standing.count(State.EXCUSED))),
                new Cell.Figure(texts.number(standing.count(State.CLOSED))),
                standing.last()
                        .map(run -> new Cell.TwoLines(texts.moment(run.ended()), Words.reach(texts, run)))
                        .orElseGet(() -> new Cell.TwoLines(texts.say("comparison.lamp.never"), "")));
    }
}
