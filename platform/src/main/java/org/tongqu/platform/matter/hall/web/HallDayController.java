package org.tongqu.platform.matter.hall.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.platform.matter.hall.Counter;
import org.tongqu.platform.matter.hall.HallDay;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.ServiceWindow;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** The hall as its manager sees it: who waits, who was served, how long it took at each window. */
@Controller
class HallDayController {

    private static final String ADDRESS = "/desk/hall/day";

    private final Halls halls;
    private final HallDay days;
    private final Counter counter;

    HallDayController(Halls halls, HallDay days, Counter counter) {
        this.halls = halls;
        this.days = days;
        this.counter = counter;
    }

    @GetMapping(ADDRESS)
    Html day(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String day) {
        var seen = halls.seenBy(officer);
        var plan = seen.stream()
                .filter(one -> one.hall().code().equals(hall))
                .findFirst()
                .or(() -> seen.stream().findFirst());
        var asked = date(day).orElseGet(halls::today);
        return Html.page("matter/hall/HallDayPage", page(frame, officer, seen, plan, asked));
    }

    private HallDayPage page(
            PageFrame frame, SignedIn.Officer officer, List<HallPlan> seen, Optional<HallPlan> plan, LocalDate day) {
        var texts = frame.texts();
        var found = plan.flatMap(one -> days.of(officer, one, day));
        var heading = plan.map(one -> Said.in(texts, one.hall().name())).orElseGet(() -> texts.say("hall.place.day"));
        return new HallDayPage(
                frame.titled(heading).at("hall-day", Breadcrumbs.none()),
                heading,
                filters(texts, seen, plan.map(one -> one.hall().code()).orElse(""), day),
                new StatTiles(texts, found.map(one -> tiles(texts, one.sum())).orElseGet(List::of)),
                windows(texts, found, plan),
                found.map(one -> charts(texts, one)).orElseGet(List::of),
                EmptyState.of(texts.say("hall.figures.none"), texts.say("hall.figures.none.text")));
    }

    private static FilterBar filters(Texts texts, List<HallPlan> seen, String hall, LocalDate day) {
        var choices = seen.stream()
                .map(plan ->
                        Choice.of(plan.hall().code(), Said.in(texts, plan.hall().name())))
                .toList();
        return new FilterBar(
                texts,
                ADDRESS,
                List.of(
                        new FilterBar.Filter.OneOf(
                                "hall", texts.say("hall.column.hall"), choices, hall, texts.say("hall.ask.blank")),
                        new FilterBar.Filter.Day("day", texts.say("hall.ask.day"), day.toString())),
                List.of(),
                ADDRESS);
    }

    private static List<Tile> tiles(Texts texts, HallDay.Sum sum) {
        var tiles = new ArrayList<Tile>();
        tiles.add(count(texts, "drawn", sum.drawn()));
        tiles.add(count(texts, "waiting", sum.waiting()));
        tiles.add(count(texts, "here", sum.here()));
        tiles.add(count(texts, "served", sum.served()));
        tiles.add(count(texts, "missed", sum.missed() + sum.left()));
        tiles.add(count(texts, "booked", sum.booked()));
        tiles.add(minutes(texts, "wait", sum.waitMinutes()));
        tiles.add(minutes(texts, "service", sum.serviceMinutes()));
        return tiles;
    }

    private static Tile count(Texts texts, String key, int number) {
        return tile(texts, key, texts.number(number), texts.say("hall.people"));
    }

    private static Tile minutes(Texts texts, String key, Optional<Double> minutes) {
        return tile(texts, key, said(texts, minutes), texts.say("hall.minutes"));
    }

    private static Tile tile(Texts texts, String key, String number, String unit) {
        return new Tile(
                texts.say("hall.figure." + key), number, unit, "", "", texts.say("hall.figure." + key + ".formula"));
    }

    private static String said(Texts texts, Optional<Double> minutes) {
        return minutes.map(value -> String.format(texts.language().locale(), "%.1f", value))
                .orElse("–");
    }

    private DataTable windows(Texts texts, Optional<HallDay.Day> day, Optional<HallPlan> plan) {
        var seats = plan.map(counter::windows).orElseGet(List::of);
        var rows = seats.stream().map(seat -> row(texts, day, seat)).toList();
        var columns = List.of(
                Column.of(texts.say("hall.column.window")),
                Column.of(texts.say("hall.column.state")),
                Column.figures(texts.say("hall.figure.served")),
                Column.figures(texts.say("hall.column.wait")),
                Column.figures(texts.say("hall.column.service")));
        return new DataTable(
                texts,
                texts.say("hall.by-window"),
                columns,
                rows,
                EmptyState.of(texts.say("hall.none"), texts.say("hall.none.text")),
                "");
    }

    private static Row row(Texts texts, Optional<HallDay.Day> day, ServiceWindow seat) {
        var at = day.flatMap(one -> one.windows().stream()
                .filter(window -> window.window() == seat.number())
                .findFirst());
        return Row.of(
                new Cell.Words(texts.say("hall.window", seat.number())),
                new Cell.TwoLines(
                        texts.say("hall.window." + seat.state().code()),
                        seat.clerk().map(ServiceWindow.Clerk::name).orElse("")),
                new Cell.Figure(texts.number(at.map(HallDay.AtWindow::served).orElse(0))),
                new Cell.Figure(said(texts, at.flatMap(HallDay.AtWindow::waitMinutes))),
                new Cell.Figure(said(texts, at.flatMap(HallDay.AtWindow::serviceMinutes))));
    }

    private static List<BarChart> charts(Texts texts, HallDay.Day day) {
        var bars = day.hours().stream()
                .map(hour -> new BarChart.Bar(
                        String.format(Locale.ROOT, "%02d:00–%02d:00", hour.hour(), hour.hour() + 1),
                        hour.drawn(),
                        texts.number(hour.drawn()),
                        BarChart.Mark.LINK,
                        ""))
                .toList();
        return bars.isEmpty()
                ? List.of()
                : List.of(new BarChart(
                        texts.say("hall.by-hour"), texts.say("hall.ask.starts"), texts.say("hall.people"), bars));
    }

    private static Optional<LocalDate> date(String day) {
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
