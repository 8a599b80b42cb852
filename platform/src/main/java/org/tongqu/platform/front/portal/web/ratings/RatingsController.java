package org.tongqu.platform.front.portal.web.ratings;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.platform.front.portal.web.Fresh;
import org.tongqu.platform.matter.ratings.Figures;
import org.tongqu.platform.matter.ratings.Figures.Tally;
import org.tongqu.platform.matter.ratings.Grade;
import org.tongqu.platform.matter.ratings.Ratings;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** The published figures of all ratings. */
@Controller
class RatingsController {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Fresh<Figures> figures;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    RatingsController(Ratings ratings, ServiceCatalogue catalogue, Directory directory, Clock clock) {
        this.figures = new Fresh<>(ratings::figures, FRESH, clock);
        this.catalogue = catalogue;
        this.directory = directory;
    }

    @GetMapping("/ratings")
    Html figures(PageFrame frame) {
        var texts = frame.texts();
        var known = figures.now();
        var title = texts.say("portal.ratings.title");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.home"), "/"), new Crumb(title, ""));
        return Html.page(
                "front/portal/RatingsPage",
                new RatingsPage(
                        frame.titled(title).at("", crumbs),
                        tiles(texts, known.all()),
                        grades(texts, known.all()),
                        table(texts, "service", known.services(), code -> service(texts, code)),
                        table(texts, "organisation", known.organisations(), code -> office(texts, code))));
    }

    private static StatTiles tiles(Texts texts, Tally all) {
        return new StatTiles(
                texts,
                List.of(
                        tile(texts, "total", texts.number(all.total()), texts.say("portal.ratings.unit")),
                        share(texts, "satisfied", all.satisfied(), all.total()),
                        tile(texts, "bad", texts.number(all.bad()), texts.say("portal.ratings.unit")),
                        share(texts, "answered", share(all.inTime(), all.answered()), all.answered())));
    }

    /** Of nothing there is no share. */
    private static Tile share(Texts texts, String name, double share, long of) {
        return of == 0 ? tile(texts, name, "–", "") : tile(texts, name, percent(share), "%");
    }

    private static Tile tile(Texts texts, String name, String number, String unit) {
        var key = "portal.ratings." + name;
        return new Tile(texts.say(key), number, unit, "", "", texts.say(key + ".formula"));
    }

    private static BarChart grades(Texts texts, Tally all) {
        var bars = new ArrayList<BarChart.Bar>();
        for (var grade : Grade.values()) {
            var count = all.grades().get(grade.number() - 1);
            var mark = grade.isBad() ? BarChart.Mark.LATE : BarChart.Mark.JADE;
            bars.add(
                    new BarChart.Bar(texts.say("ratings.grade." + grade.code()), count, texts.number(count), mark, ""));
        }
        return new BarChart(
                texts.say("portal.ratings.grades"),
                texts.say("portal.ratings.grade"),
                texts.say("portal.ratings.count"),
                bars);
    }

    private static DataTable table(
            Texts texts, String what, Map<String, Tally> tallies, Function<String, String> name) {
        var columns = Stream.concat(
                        Stream.of(Column.of(texts.say("portal.ratings." + what))),
                        Stream.of("count", "satisfied.column", "bad", "answered.column", "in-time.column")
                                .map(key -> Column.figures(texts.say("portal.ratings." + key))))
                .toList();
        var rows = tallies.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Tally>>comparingDouble(
                                entry -> -entry.getValue().satisfied())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> row(texts, name.apply(entry.getKey()), entry.getValue()))
                .toList();
        return new DataTable(
                texts,
                texts.say("portal.ratings.by." + what),
                columns,
                rows,
                EmptyState.of(texts.say("portal.ratings.none"), texts.say("portal.ratings.none.text")),
                "");
    }

    private static Row row(Texts texts, String name, Tally tally) {
        return Row.of(
                new Cell.Words(name),
                new Cell.Figure(texts.number(tally.total())),
                new Cell.Figure(percent(tally.satisfied()) + "%"),
                new Cell.Figure(texts.number(tally.bad())),
                new Cell.Figure(texts.number(tally.answered())),
                new Cell.Figure(tally.answered() == 0 ? "–" : percent(share(tally.inTime(), tally.answered())) + "%"));
    }

    private String service(Texts texts, String pack) {
        return catalogue
                .findPack(pack)
                .map(known -> Said.in(texts, known.title()))
                .orElse(pack);
    }

    private String office(Texts texts, String code) {
        return Said.in(texts, directory.findName(code), code);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
