package org.tongqu.platform.data.exchange.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.LineChart;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.data.catalog.Punctuality;
import org.tongqu.platform.data.exchange.Figures;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.ItemFigures;
import org.tongqu.platform.data.exchange.QualityDay;
import org.tongqu.platform.trust.directory.Directory;

/** Says the three figures of what flows, and what they were counted of. */
@Component
class FigureTelling {

    /** Below the address of the page stands the figure's own place. */
    static final List<String> FIGURES = List.of("timely", "accurate", "complete");

    private static final double HUNDREDTHS = 100.0;

    private final Flows flows;
    private final Directory directory;

    FigureTelling(Flows flows, Directory directory) {
        this.flows = flows;
        this.directory = directory;
    }

    static String address(ItemFigures item) {
        return Words.CENTRE + "/figures/" + item.resource().key();
    }

    static String name(ItemFigures item) {
        return item.timely().map(Punctuality::name).orElse(item.resource().value());
    }

    static String percent(Texts texts, Optional<Long> share) {
        return share.map(hundredths -> hundredths / HUNDREDTHS + "%").orElse(texts.say("exchange.figure.none"));
    }

    private static List<Optional<Long>> shares(ItemFigures item) {
        return List.of(item.timeliness(), item.accuracy(), item.completeness());
    }

    /** A row for each resource; each figure opens what it was counted of. */
    DataTable items(Texts texts, List<ItemFigures> items) {
        return new DataTable(
                texts,
                texts.say("exchange.figures"),
                Stream.concat(
                                Stream.of(Column.of(texts.say("exchange.column.resource"))),
                                FIGURES.stream().map(name -> Column.figures(texts.say("exchange.figure." + name))))
                        .toList(),
                items.stream().map(item -> row(texts, item)).toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), ""),
                "");
    }

    private static Row row(Texts texts, ItemFigures item) {
        var href = address(item);
        var shares = shares(item);
        return Row.opening(
                href,
                new Cell.Opens(name(item), href),
                new Cell.FigureLink(percent(texts, shares.get(0)), href + "#timely"),
                new Cell.FigureLink(percent(texts, shares.get(1)), href + "#accurate"),
                new Cell.FigureLink(percent(texts, shares.get(2)), href + "#complete"));
    }

    /** A row for each figure, with its formula. */
    DataTable formulas(Texts texts, ItemFigures item) {
        var shares = shares(item);
        return new DataTable(
                texts,
                texts.say("exchange.figures"),
                List.of(
                        Column.of(texts.say("exchange.column.figure")),
                        Column.figures(texts.say("exchange.column.share")),
                        Column.of(texts.say("exchange.column.formula"))),
                Stream.of(0, 1, 2)
                        .map(place -> Row.of(
                                new Cell.Words(texts.say("exchange.figure." + FIGURES.get(place))),
                                new Cell.FigureLink(
                                        percent(texts, shares.get(place)), address(item) + "#" + FIGURES.get(place)),
                                new Cell.Words(formula(texts, item, place))))
                        .toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), ""),
                "");
    }

    private static String formula(Texts texts, ItemFigures item, int place) {
        var moved = item.moved();
        return switch (place) {
            case 0 ->
                texts.say(
                        "exchange.figure.timely.formula",
                        texts.number(item.timely().map(Punctuality::came).orElse(0L)),
                        texts.number(item.timely().map(Punctuality::late).orElse(0L)));
            case 1 ->
                texts.say(
                        "exchange.figure.accurate.formula",
                        Figures.DAYS,
                        texts.number(moved.read()),
                        texts.number(moved.setAside()),
                        texts.number(moved.waiting()));
            default ->
                texts.say(
                        "exchange.figure.complete.formula",
                        texts.number(item.filled().cells()),
                        texts.number(item.filled().cells() - item.filled().filled()));
        };
    }

    /** How each of the three figures went, day by day. */
    List<LineChart> trends(Texts texts, List<QualityDay> days) {
        return days.isEmpty()
                ? List.of()
                : List.of(
                        trend(texts, "timely", days, QualityDay::timely),
                        trend(texts, "accurate", days, QualityDay::accurate),
                        trend(texts, "complete", days, QualityDay::complete));
    }

    private static LineChart trend(
            Texts texts, String name, List<QualityDay> days, Function<QualityDay, Optional<Long>> share) {
        return new LineChart(
                texts,
                texts.say("exchange.figures.trend", texts.say("exchange.figure." + name)),
                texts.say("exchange.figures.day"),
                "%",
                days.stream()
                        .map(day -> new LineChart.Point(
                                day.day().toString(),
                                share.apply(day).map(hundredths -> hundredths / HUNDREDTHS),
                                percent(texts, share.apply(day)),
                                ""))
                        .toList());
    }

    /** The runs behind it, each opening its receipt. */
    DataTable runs(Texts texts, ItemFigures.Behind behind) {
        return new DataTable(
                texts,
                texts.say("exchange.figures.runs", Figures.DAYS),
                Stream.of("ended", "flow", "state", "read", "aside")
                        .map(name -> Column.of(texts.say("exchange.figures.column." + name)))
                        .toList(),
                behind.runs().stream()
                        .map(run -> {
                            var href = Words.address(run.flow()) + "/runs/" + run.id();
                            return Row.opening(
                                    href,
                                    new Cell.Opens(texts.moment(run.ended().orElse(run.started())), href),
                                    new Cell.Words(Words.title(texts, flows, run.flow())),
                                    new Cell.Lit(Words.lamp(texts, run)),
                                    new Cell.Figure(texts.number(run.rows().read())),
                                    new Cell.Figure(texts.number(run.rows().setAside())));
                        })
                        .toList(),
                EmptyState.of(texts.say("exchange.figures.runs.empty"), ""),
                "");
    }

    /** The flows behind it; what waits opens row by row. */
    DataTable aside(Texts texts, ItemFigures.Behind behind) {
        return new DataTable(
                texts,
                texts.say("exchange.figures.aside", Figures.DAYS),
                Stream.of("flow", "consumer", "read", "aside", "share", "waiting")
                        .map(name -> Column.of(texts.say("exchange.figures.column." + name)))
                        .toList(),
                behind.flows().stream()
                        .map(flow -> {
                            var href = Words.address(flow.flow());
                            var moved = flow.moved();
                            return Row.of(
                                    new Cell.Opens(Words.title(texts, flows, flow.flow()), href),
                                    new Cell.Words(Words.office(texts, directory, flow.consumer())),
                                    new Cell.Figure(texts.number(moved.read())),
                                    new Cell.Figure(texts.number(moved.setAside())),
                                    new Cell.Figure(percent(
                                            texts, ItemFigures.share(moved.read() - moved.setAside(), moved.read()))),
                                    new Cell.FigureLink(texts.number(moved.waiting()), href + "/quarantine"));
                        })
                        .toList(),
                EmptyState.of(texts.say("exchange.flows.empty"), ""),
                "");
    }

    /** The columns behind it, the emptiest first. */
    DataTable columns(Texts texts, ItemFigures.Behind behind) {
        return new DataTable(
                texts,
                texts.say("exchange.figures.columns"),
                Stream.of("field", "flow", "rows", "empty", "share", "counted")
                        .map(name -> Column.of(texts.say("exchange.figures.column." + name)))
                        .toList(),
                behind.columns().stream()
                        .map(column -> {
                            var filled = column.filled();
                            return Row.of(
                                    new Cell.Words(column.field()),
                                    new Cell.Opens(
                                            Words.title(texts, flows, column.flow()), Words.address(column.flow())),
                                    new Cell.Figure(texts.number(filled.cells())),
                                    new Cell.Figure(texts.number(filled.cells() - filled.filled())),
                                    new Cell.Figure(percent(texts, ItemFigures.share(filled.filled(), filled.cells()))),
                                    new Cell.Words(texts.moment(column.counted())));
                        })
                        .toList(),
                EmptyState.of(texts.say("exchange.figures.columns.empty"), ""),
                "");
    }
}
