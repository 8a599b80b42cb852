package org.tongqu.platform.matter.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.evaluation.OnlineDepth;
import org.tongqu.platform.matter.items.OfficeDepths;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** How far matters can be handled online, by depth and by office, and how many were. */
@Controller
class OnlineDepthController {

    private static final int PAGE = 50;

    private final OnlineDepth depth;
    private final Directory directory;

    OnlineDepthController(OnlineDepth depth, Directory directory) {
        this.depth = depth;
        this.directory = directory;
    }

    @GetMapping(Words.ONLINE)
    Html online(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        EvaluationPlace.admit(officer);
        var texts = frame.texts();
        var view = depth.view();
        var heading = texts.say("evaluation.online");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("evaluation.heading"), Words.RANKING), new Crumb(heading, ""));
        var trail = Trail.of(after);
        var shown = view.offices().stream()
                .filter(row -> trail.start()
                        .filter(last -> row.items().office().compareTo(last) <= 0)
                        .isEmpty())
                .limit(PAGE + 1L)
                .toList();
        var page = shown.subList(0, Math.min(PAGE, shown.size()));
        var next = shown.size() > PAGE ? Optional.of(page.getLast().items().office()) : Optional.<String>empty();
        return Html.page(
                "matter/evaluation/OnlineDepthPage",
                new OnlineDepthPage(
                        frame.titled(heading).at(EvaluationPlace.ID, crumbs),
                        heading,
                        texts.say("evaluation.online.lead", OnlineDepth.DAYS),
                        trail.isFirst() ? List.of(items(texts, view), matters(texts, view)) : List.of(),
                        offices(texts, page),
                        ListAddress.of(Words.ONLINE)
                                .pages(texts, trail, next, texts.say("evaluation.online.shown", page.size()))));
    }

    private static BarChart items(Texts texts, OnlineDepth.View view) {
        return new BarChart(
                texts.say("evaluation.online.items", texts.number(view.items())),
                texts.say("evaluation.online.depth"),
                texts.say("evaluation.online.items.unit"),
                depths(depth -> bar(texts, depth, view.items(depth), view.items())));
    }

    private static BarChart matters(Texts texts, OnlineDepth.View view) {
        return new BarChart(
                texts.say("evaluation.online.matters", OnlineDepth.DAYS),
                texts.say("evaluation.online.depth"),
                texts.say("evaluation.online.matters.unit"),
                depths(depth -> {
                    var matters = view.byDepth().getOrDefault(depth, new OnlineDepth.Matters(0, 0));
                    return bar(texts, depth, matters.online(), matters.ended());
                }));
    }

    private interface Drawn {
        BarChart.Bar of(int depth);
    }

    private static List<BarChart.Bar> depths(Drawn drawn) {
        return IntStream.rangeClosed(1, OfficeDepths.MOST).mapToObj(drawn::of).toList();
    }

    private static BarChart.Bar bar(Texts texts, int depth, long some, long all) {
        return new BarChart.Bar(
                texts.say("portal.depth." + depth),
                all == 0 ? 0 : 100.0 * some / all,
                texts.say("evaluation.online.of", share(texts, some, all), texts.number(some), texts.number(all)),
                BarChart.Mark.LINK,
                "");
    }

    /** In whole percent; a dash where there is nothing to take a share of. */
    private static String share(Texts texts, long some, long all) {
        return all == 0 ? texts.say("evaluation.online.nothing") : Math.round(100.0 * some / all) + "%";
    }

    private DataTable offices(Texts texts, List<OnlineDepth.Row> rows) {
        var columns = new ArrayList<Column>();
        columns.add(Column.of(texts.say("evaluation.online.office")));
        columns.add(Column.figures(texts.say("evaluation.online.count")));
        IntStream.rangeClosed(1, OfficeDepths.MOST)
                .forEach(depth -> columns.add(Column.figures(texts.say("evaluation.online.depth." + depth))));
        columns.add(Column.figures(texts.say("evaluation.online.ended")));
        columns.add(Column.figures(texts.say("evaluation.online.done")));
        return new DataTable(
                texts,
                texts.say("evaluation.online.offices"),
                columns,
                rows.stream().map(row -> row(texts, row)).toList(),
                EmptyState.of(texts.say("evaluation.online.empty"), texts.say("evaluation.online.empty.text")),
                "");
    }

    private Row row(Texts texts, OnlineDepth.Row row) {
        var items = row.items();
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Words(Said.in(texts, directory.findName(items.office()), items.office())));
        cells.add(new Cell.Figure(texts.number(items.items())));
        IntStream.rangeClosed(1, OfficeDepths.MOST)
                .forEach(depth -> cells.add(new Cell.Figure(share(texts, items.of(depth), items.items()))));
        cells.add(new Cell.Figure(texts.number(row.matters().ended())));
        cells.add(new Cell.Figure(
                share(texts, row.matters().online(), row.matters().ended())));
        return Row.of(cells.toArray(Cell[]::new));
    }
}
