package org.tongqu.platform.matter.studio.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.chart.BarChart.Bar;
import org.tongqu.design.chart.BarChart.Mark;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Tabs.Tab;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.platform.matter.studio.Figures;
import org.tongqu.platform.matter.studio.View;
import org.tongqu.platform.operate.web.ListAddress;

/** A rehearsal in figures, each opening the cases it counts. @param address of its page */
record ResultTelling(Texts texts, PackWords codes, String address) {

    String view(View view) {
        return ListAddress.of(address).with("view", view.code()).toString();
    }

    StatTiles tiles(Figures figures) {
        var moved = figures.moved();
        return new StatTiles(
                texts,
                List.of(
                        tile("all", figures.counts().all(), "", ""),
                        tile("same", figures.counts().same(), "", ""),
                        tile("otherwise", figures.in(View.OTHERWISE), view(View.OTHERWISE), ""),
                        tile(
                                "later",
                                figures.in(View.LATER),
                                view(View.LATER),
                                moved(moved.later(), moved.mostLater())),
                        tile(
                                "sooner",
                                figures.in(View.SOONER),
                                view(View.SOONER),
                                moved(moved.sooner(), moved.mostSooner())),
                        tile("unknown", figures.in(View.UNKNOWN), view(View.UNKNOWN), ""),
                        tile(
                                "open",
                                figures.in(View.OPEN),
                                view(View.OPEN),
                                texts.say(
                                        "studio.tile.open.of",
                                        texts.number(figures.counts().open())))));
    }

    private String moved(long days, int most) {
        return days == 0 ? "" : texts.say("studio.tile.moved", texts.number(days), texts.number(most));
    }

    private Tile tile(String name, int number, String href, String change) {
        return new Tile(
                texts.say("studio.tile." + name),
                texts.number(number),
                texts.say("studio.unit"),
                href,
                change,
                texts.say("studio.tile." + name + ".formula"));
    }

    /** How many ended cases moved by how much. */
    BarChart shifts(Figures figures) {
        return new BarChart(
                texts.say("studio.shifts"),
                texts.say("studio.column.shift"),
                texts.say("studio.column.cases"),
                figures.shifts().stream().map(this::bar).toList());
    }

    private Bar bar(Figures.Shift shift) {
        var href = shift.cases() == 0 || isStill(shift) ? "" : view(shift.from() > 0 ? View.LATER : View.SOONER);
        return new Bar(label(shift), shift.cases(), texts.number(shift.cases()), mark(shift), href);
    }

    private static boolean isStill(Figures.Shift shift) {
        return shift.from() == 0;
    }

    private static Mark mark(Figures.Shift shift) {
        if (isStill(shift)) {
            return Mark.QUIET;
        }
        return shift.from() > 0 ? Mark.LATE : Mark.JADE;
    }

    private String label(Figures.Shift shift) {
        if (isStill(shift)) {
            return texts.say("studio.shift.none");
        }
        if (shift.from() > 0) {
            return shift.to() == Integer.MAX_VALUE
                    ? texts.say("studio.shift.later.more", shift.from())
                    : texts.say("studio.shift.later", shift.from(), shift.to());
        }
        return shift.from() == Integer.MIN_VALUE
                ? texts.say("studio.shift.sooner.more", -shift.to())
                : texts.say("studio.shift.sooner", -shift.to(), -shift.from());
    }

    /** How long cases take, and why nobody can tell of some. */
    List<DataTable> tables(Figures figures) {
        var tables = new ArrayList<DataTable>();
        tables.add(spreads(figures.durations()));
        if (!figures.reasons().isEmpty()) {
            tables.add(reasons(figures.reasons()));
        }
        return tables;
    }

    private DataTable spreads(Figures.Durations durations) {
        return table(
                "studio.spreads",
                List.of(
                        Column.of(texts.say("studio.column.duration")),
                        Column.figures(texts.say("studio.column.then")),
                        Column.figures(texts.say("studio.column.now"))),
                List.of(
                        spread(
                                "half",
                                durations.then().median(),
                                durations.now().median()),
                        spread(
                                "most",
                                durations.then().long90(),
                                durations.now().long90())));
    }

    private Row spread(String name, OptionalInt then, OptionalInt now) {
        return Row.of(
                new Cell.Words(texts.say("studio.spread." + name)),
                new Cell.Figure(days(then)),
                new Cell.Figure(days(now)));
    }

    private String days(OptionalInt days) {
        return days.isPresent() ? texts.say("studio.days", days.getAsInt()) : "–";
    }

    private DataTable reasons(List<Figures.Reason> reasons) {
        return table(
                "studio.reasons",
                List.of(
                        Column.of(texts.say("studio.column.why")),
                        Column.figures(texts.say("studio.column.ended")),
                        Column.figures(texts.say("studio.column.open"))),
                reasons.stream()
                        .map(reason -> Row.of(
                                new Cell.Words(codes.why(reason.key(), reason.step(), reason.what())),
                                new Cell.Figure(texts.number(reason.ended())),
                                new Cell.Figure(texts.number(reason.open()))))
                        .toList());
    }

    private DataTable table(String caption, List<Column> columns, List<Row> rows) {
        return new DataTable(
                texts, texts.say(caption), columns, rows, EmptyState.of(texts.say("studio.view.empty"), ""), "");
    }

    Tabs views(Figures figures, View current) {
        return new Tabs(
                texts.say("studio.cases"),
                Arrays.stream(View.values())
                        .map(view -> new Tab(
                                view.code(),
                                texts.say("studio.view." + view.code()),
                                view(view),
                                texts.number(figures.in(view))))
                        .toList(),
                current.code());
    }

    /** What is asked for; else the first view that has cases. */
    static View view(String asked, Figures figures) {
        return View.find(asked)
                .orElseGet(() -> Stream.of(View.values())
                        .filter(view -> figures.in(view) > 0)
                        .findFirst()
                        .orElse(View.OTHERWISE));
    }
}
