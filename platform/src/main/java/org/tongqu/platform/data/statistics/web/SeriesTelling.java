package org.tongqu.platform.data.statistics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.chart.BarChart.Bar;
import org.tongqu.design.chart.BarChart.Mark;
import org.tongqu.design.chart.LineChart;
import org.tongqu.design.chart.TileMap;
import org.tongqu.design.chart.TrendChart;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.platform.data.statistics.Figure;
import org.tongqu.platform.data.statistics.Placed;
import org.tongqu.platform.data.statistics.Point;
import org.tongqu.platform.data.statistics.Statistics.Sheet;

/** Says how an indicator went, and how the regions stand beside each other. */
record SeriesTelling(Words words, Sheet sheet, IndicatorController.Asked asked, IndicatorBook book) {

    private static final int COLUMNS = 12;

    private Texts texts() {
        return words.texts();
    }

    private Indicator indicator() {
        return sheet.view().indicator();
    }

    private String region() {
        return sheet.view().region().isEmpty()
                ? sheet.covered().regions().whole()
                : sheet.view().region();
    }

    private String at(Period period) {
        return asked.address(indicator()).with("period", period.id()).toString();
    }

    String lead() {
        return sheet.points().stream()
                .findFirst()
                .map(point -> texts().say(
                                "statistics.lead.newest",
                                sheet.covered().name(region()),
                                words.period(indicator(), point.period()),
                                Words.amount(indicator(), point.value()),
                                words.unit(indicator()),
                                words.growth(point.onYear())))
                .orElse(texts().say("statistics.lead.none"));
    }

    FilterBar filter() {
        var regions = sheet.covered().regions().of(indicator()).stream()
                .map(region -> Choice.of(region, sheet.covered().name(region)))
                .toList();
        var bases = sheet.points().stream()
                .map(point -> Choice.of(point.period().id(), words.period(indicator(), point.period())))
                .toList();
        var address = Words.PUBLIC + "/" + indicator().code();
        return new FilterBar(
                texts(),
                address,
                List.of(
                        new Filter.OneOf(
                                "region",
                                texts().say("statistics.filter.region"),
                                regions,
                                region(),
                                texts().say("statistics.filter.region.all")),
                        new Filter.OneOf(
                                "base",
                                texts().say("statistics.filter.base"),
                                bases,
                                sheet.view().base().map(Period::id).orElse(""),
                                texts().say("statistics.filter.base.first")),
                        new Filter.Day(
                                        "known",
                                        texts().say("statistics.filter.known"),
                                        asked.day().map(String::valueOf).orElse(""))
                                .asTyped(texts(), asked.known())),
                List.of(),
                address);
    }

    TrendChart chart() {
        return new TrendChart(
                texts(),
                texts().say(
                                "statistics.chart",
                                words.title(indicator()),
                                sheet.covered().name(region())),
                texts().say("statistics.column.period"),
                words.unit(indicator()),
                sheet.points().stream()
                        .limit(COLUMNS)
                        .sorted(Comparator.comparing(point -> point.period().from()))
                        .map(point -> new TrendChart.Column(
                                point.period().id(),
                                point.value().doubleValue(),
                                Words.amount(indicator(), point.value()),
                                at(point.period())))
                        .toList());
    }

    /** What each period of the page alone brought. */
    LineChart course() {
        int decimals = indicator().shape().decimals();
        return new LineChart(
                texts(),
                texts().say(
                                "statistics.chart.alone",
                                words.title(indicator()),
                                sheet.covered().name(region())),
                texts().say("statistics.column.period"),
                words.unit(indicator()),
                sheet.points().stream()
                        .sorted(Comparator.comparing(point -> point.period().from()))
                        .map(point -> new LineChart.Point(
                                point.period().id(),
                                point.alone().map(BigDecimal::doubleValue),
                                words.amount(point.alone(), decimals),
                                at(point.period())))
                        .toList());
    }

    /** The regions that have a figure, in the order of their codes. */
    private TileMap tiles(Period period) {
        return new TileMap(
                texts().say("statistics.tiles", words.period(indicator(), period)),
                words.unit(indicator()),
                sheet.placed().stream()
                        .sorted(Comparator.comparing(Placed::region))
                        .map(placed -> new TileMap.Tile(
                                sheet.covered().name(placed.region()),
                                placed.value().doubleValue(),
                                Words.amount(indicator(), placed.value()),
                                Words.PUBLIC + "/" + indicator().code() + "?region=" + placed.region()))
                        .toList());
    }

    DataTable table() {
        return new DataTable(
                texts(),
                texts().say("statistics.series"),
                Stream.concat(
                                Stream.of(Column.of(texts().say("statistics.column.period"))),
                                Stream.of("value", "alone", "on-year", "on-period", "index")
                                        .map(name -> Column.figures(texts().say("statistics.column." + name))))
                        .toList(),
                sheet.points().stream().map(this::row).toList(),
                EmptyState.of(texts().say("statistics.empty"), texts().say("statistics.empty.text")),
                "");
    }

    private Row row(Point point) {
        var said = words.period(indicator(), point.period());
        return Row.of(
                new Cell.Opens(
                        point.version() > 1 ? texts().say("statistics.revised", said, point.version()) : said,
                        at(point.period())),
                new Cell.Figure(Words.amount(indicator(), point.value())),
                new Cell.Figure(words.amount(point.alone(), indicator().shape().decimals())),
                new Cell.Figure(words.growth(point.onYear())),
                new Cell.Figure(words.growth(point.onPeriod())),
                new Cell.Figure(words.amount(point.index(), 1)));
    }

    Pagination pages(Trail trail, int page) {
        var points = sheet.points();
        var next = points.size() < page
                ? Optional.<String>empty()
                : Optional.of(points.getLast().period().id());
        return asked.address(indicator()).pages(texts(), trail, next, texts().say("statistics.shown", points.size()));
    }

    /** @param period what the address asks for; the newest of the page otherwise */
    Optional<IndicatorPage.Comparison> comparison(Optional<Period> period) {
        var at = period.or(() -> sheet.points().stream().findFirst().map(Point::period));
        return at.filter(known -> !sheet.placed().isEmpty() || !sheet.parts().isEmpty())
                .map(known -> new IndicatorPage.Comparison(
                        texts().say("statistics.compared", words.period(indicator(), known)),
                        sheet.placed().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new IndicatorPage.Drawn(tiles(known), regions(known))),
                        places(),
                        parts(known)));
    }

    private BarChart regions(Period period) {
        return new BarChart(
                texts().say("statistics.regions", words.period(indicator(), period)),
                texts().say("statistics.column.region"),
                words.unit(indicator()),
                sheet.placed().stream()
                        .map(placed -> new Bar(
                                sheet.covered().name(placed.region()),
                                placed.value().doubleValue(),
                                Words.amount(indicator(), placed.value()),
                                placed.region().equals(region()) ? Mark.JADE : Mark.LINK,
                                ""))
                        .toList());
    }

    private DataTable places() {
        return new DataTable(
                texts(),
                texts().say("statistics.places"),
                Stream.concat(
                                Stream.of(Column.of(texts().say("statistics.column.region"))),
                                Stream.of("place", "value", "share", "on-year")
                                        .map(name -> Column.figures(texts().say("statistics.column." + name))))
                        .toList(),
                sheet.placed().stream().map(this::row).toList(),
                EmptyState.of(texts().say("statistics.empty"), texts().say("statistics.whole-only")),
                "");
    }

    private Row row(Placed placed) {
        var address = Words.PUBLIC + "/" + indicator().code() + "?region=" + placed.region();
        return Row.opening(
                address,
                new Cell.Opens(sheet.covered().name(placed.region()), address),
                new Cell.Figure(String.valueOf(placed.place())),
                new Cell.Figure(Words.amount(indicator(), placed.value())),
                new Cell.Figure(words.percent(placed.share())),
                new Cell.Figure(words.growth(placed.onYear())));
    }

    private Optional<BarChart> parts(Period period) {
        if (sheet.parts().isEmpty()) {
            return Optional.empty();
        }
        var whole = sheet.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new BarChart(
                texts().say("statistics.parts", words.period(indicator(), period)),
                texts().say("statistics.column.part"),
                words.unit(indicator()),
                indicator().parts().stream()
                        .flatMap(code ->
                                Optional.ofNullable(sheet.parts().get(code))
                                        .map(value -> part(code, value, whole))
                                        .stream())
                        .toList()));
    }

    private Bar part(String code, BigDecimal value, BigDecimal whole) {
        var share = whole.signum() > 0
                ? Optional.of(value.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP))
                : Optional.<BigDecimal>empty();
        return new Bar(
                book.find(code).map(words::title).orElse(code),
                value.doubleValue(),
                texts().say("statistics.part", Words.amount(indicator(), value), words.percent(share)),
                Mark.LINK,
                Words.PUBLIC + "/" + code);
    }

    DataTable versions(Period period, List<Figure> versions) {
        return new DataTable(
                texts(),
                texts().say(
                                "statistics.versions",
                                words.period(indicator(), period),
                                sheet.covered().name(region())),
                Stream.of("version", "value", "counted", "reason", "by")
                        .map(name -> Column.of(texts().say("statistics.column." + name)))
                        .toList(),
                versions.stream().map(this::row).toList(),
                EmptyState.of(texts().say("statistics.empty"), texts().say("statistics.empty.text")),
                "");
    }

    private Row row(Figure figure) {
        var since = figure.released().map(deed -> texts().moment(deed.at())).orElse("");
        return Row.of(
                new Cell.Words(texts().say("statistics.version", figure.version())),
                new Cell.Figure(Words.amount(indicator(), figure.value())),
                new Cell.Words(figure.until()
                        .map(until -> texts().say("statistics.counted", since, texts().moment(until)))
                        .orElse(texts().say("statistics.counts", since))),
                new Cell.Words(figure.reason().isEmpty() ? texts().say("statistics.first") : figure.reason()),
                new Cell.Words(figure.released().map(Figure.Deed::by).orElse("")));
    }
}
