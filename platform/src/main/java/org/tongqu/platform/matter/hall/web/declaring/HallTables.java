package org.tongqu.platform.matter.hall.web.declaring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** What is declared of a hall, as tables whose rows lead to where each thing is declared. */
@Component
class HallTables {

    private final Directory directory;
    private final LineKinds kinds;
    private final Halls halls;

    HallTables(Directory directory, LineKinds kinds, Halls halls) {
        this.halls = halls;
        this.directory = directory;
        this.kinds = kinds;
    }

    static String level(Texts texts, Hall.Level level) {
        return texts.say("hall.level." + level.name().toLowerCase(Locale.ROOT));
    }

    KeyFacts facts(Texts texts, HallPlan plan) {
        var hall = plan.hall();
        var rules = hall.rules();
        return new KeyFacts(List.of(
                Fact.of(texts.say("hall.declare.ask.code"), hall.code()),
                Fact.of(texts.say("hall.column.level"), level(texts, hall.level())),
                Fact.of(
                        texts.say("hall.declare.ask.organisation"),
                        Said.in(texts, directory.findName(hall.seat().organisation()))),
                Fact.of(
                        texts.say("hall.declare.ask.parent"),
                        hall.seat()
                                .parent()
                                .flatMap(halls::find)
                                .map(above -> Said.in(texts, above.hall().name()))
                                .orElseGet(() -> texts.say("hall.declare.parent.none"))),
                Fact.of(texts.say("hall.address"), hall.seat().address()),
                Fact.of(texts.say("hall.declare.state"), state(texts, hall)),
                Fact.of(
                        texts.say("hall.declare.rules"),
                        texts.say(
                                "hall.declare.rules.text",
                                rules.headStart(),
                                rules.grace(),
                                rules.noShows(),
                                rules.noShowDays(),
                                rules.daysAhead()))));
    }

    static String state(Texts texts, Hall hall) {
        return hall.closedFrom()
                .map(from -> texts.say("hall.closed-from", texts.day(from)))
                .orElseGet(() -> texts.say("hall.declare.run"));
    }

    List<DeclaredHallPage.Section> sections(Texts texts, HallPlan plan) {
        return List.of(hours(texts, plan), lines(texts, plan), windows(texts, plan), places(texts, plan));
    }

    private static DeclaredHallPage.Section hours(Texts texts, HallPlan plan) {
        var rows = Arrays.stream(DayKind.values())
                .map(kind -> {
                    var address = DeclaredController.address(plan) + "/hours/" + kind.code();
                    var open = plan.hoursOn(kind).stream()
                            .map(one -> one.opens() + "–" + one.closes())
                            .collect(Collectors.joining(texts.say("hall.and")));
                    return Row.opening(
                            address,
                            new Cell.Opens(texts.say("hall.hours." + kind.code()), address),
                            new Cell.Words(open.isEmpty() ? texts.say("hall.hours.none") : open));
                })
                .toList();
        return section(
                texts,
                "hours",
                List.of(Column.of(texts.say("hall.declare.day")), Column.of(texts.say("hall.declare.hours"))),
                rows,
                List.of());
    }

    private DeclaredHallPage.Section lines(Texts texts, HallPlan plan) {
        var address = DeclaredController.address(plan) + "/lines/";
        var rows = plan.lines().stream()
                .map(line -> Row.opening(
                        address + line.code(),
                        new Cell.Opens(line.code() + " " + Said.in(texts, line.name()), address + line.code()),
                        new Cell.Words(kinds.said(texts, plan, line)),
                        new Cell.Figure(texts.number(line.minutes()))))
                .toList();
        return section(
                texts,
                "lines",
                List.of(
                        Column.of(texts.say("hall.column.line")),
                        Column.of(texts.say("hall.declare.ask.kinds")),
                        Column.figures(texts.say("hall.declare.ask.minutes"))),
                rows,
                List.of(ButtonLink.plain(texts.say("hall.declare.line.new"), address + "new")));
    }

    private static DeclaredHallPage.Section windows(Texts texts, HallPlan plan) {
        var address = DeclaredController.address(plan) + "/windows/";
        var rows = plan.windows().stream()
                .map(window -> Row.opening(
                        address + window.number(),
                        new Cell.Opens(texts.say("hall.window", window.number()), address + window.number()),
                        new Cell.Words(String.join(" ", new TreeSet<>(window.lines())))))
                .toList();
        return section(
                texts,
                "windows",
                List.of(Column.of(texts.say("hall.column.window")), Column.of(texts.say("hall.declare.ask.lines"))),
                rows,
                List.of(ButtonLink.plain(texts.say("hall.declare.window.new"), address + "new")));
    }

    private static DeclaredHallPage.Section places(Texts texts, HallPlan plan) {
        var rows = new ArrayList<Row>();
        for (var line : plan.lines()) {
            for (var kind : DayKind.values()) {
                var slots = plan.slots().stream()
                        .filter(slot -> slot.line().equals(line.code()) && slot.kind() == kind)
                        .toList();
                var address = DeclaredController.address(plan) + "/places/" + line.code() + "/" + kind.code();
                rows.add(Row.opening(
                        address,
                        new Cell.Opens(line.code() + " " + texts.say("hall.hours." + kind.code()), address),
                        new Cell.Figure(texts.number(slots.size())),
                        new Cell.Figure(texts.number(
                                slots.stream().mapToInt(PlannedSlot::places).sum()))));
            }
        }
        return section(
                texts,
                "places",
                List.of(
                        Column.of(texts.say("hall.column.line")),
                        Column.figures(texts.say("hall.declare.slots")),
                        Column.figures(texts.say("hall.declare.places.day"))),
                rows,
                List.of());
    }

    private static DeclaredHallPage.Section section(
            Texts texts, String name, List<Column> columns, List<Row> rows, List<ButtonLink> ways) {
        var heading = texts.say("hall.declare.section." + name);
        return new DeclaredHallPage.Section(
                name,
                heading,
                new DataTable(
                        texts,
                        heading,
                        columns,
                        rows,
                        EmptyState.of(texts.say("hall.none"), texts.say("hall.declare.section.none")),
                        ""),
                ways);
    }
}
