package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.chart.BarChart.Bar;
import org.tongqu.design.chart.BarChart.Mark;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.Figures;
import org.tongqu.platform.data.exchange.Qualities;
import org.tongqu.platform.data.exchange.QualityDay;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The ranking of departments over some days. */
@Controller
class QualityController {

    private static final String QUALITY = Words.CENTRE + "/quality";

    private final Qualities qualities;
    private final Directory directory;
    private final Clock clock;

    QualityController(Qualities qualities, Directory directory, Clock clock) {
        this.qualities = qualities;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(QUALITY)
    Html ranking(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var last = day(until).orElse(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        var first = day(from).orElse(last.minusDays(Figures.DAYS - 1L));
        var placed = qualities.ranking(officer, first, last);
        var heading = texts.say("exchange.quality");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("exchange.heading"), Words.CENTRE), new Crumb(heading, ""));
        return Html.page(
                "data/exchange/QualityPage",
                new QualityPage(
                        frame.titled(heading).at("exchange", crumbs),
                        new FilterBar(
                                texts,
                                QUALITY,
                                List.of(
                                        new FilterBar.Filter.Day(
                                                        "from", texts.say("exchange.quality.from"), first.toString())
                                                .asTyped(texts, from),
                                        new FilterBar.Filter.Day(
                                                        "until", texts.say("exchange.quality.until"), last.toString())
                                                .asTyped(texts, until)),
                                List.of(),
                                QUALITY),
                        chart(texts, placed),
                        table(texts, placed)));
    }

    private static Optional<LocalDate> day(@Nullable String said) {
        try {
            return ListAddress.asked(said).map(LocalDate::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private BarChart chart(Texts texts, List<QualityDay.Placed> placed) {
        return new BarChart(
                texts.say("exchange.quality.scores"),
                texts.say("exchange.quality.department"),
                "%",
                placed.stream()
                        .filter(one -> one.score().isPresent())
                        .map(one -> new Bar(
                                Words.office(texts, directory, one.provider()),
                                one.score().orElse(0L),
                                FigureTelling.percent(texts, one.score()),
                                Mark.LINK,
                                ""))
                        .toList());
    }

    private DataTable table(Texts texts, List<QualityDay.Placed> placed) {
        return new DataTable(
                texts,
                texts.say("exchange.quality.ranking"),
                Stream.concat(
                                Stream.of("place", "department", "resources", "score")
                                        .map(name -> texts.say("exchange.quality." + name)),
                                FigureTelling.FIGURES.stream().map(name -> texts.say("exchange.figure." + name)))
                        .map(Column::of)
                        .toList(),
                placed.stream().map(one -> row(texts, one)).toList(),
                EmptyState.of(texts.say("exchange.quality.empty"), texts.say("exchange.quality.empty.text")),
                "");
    }

    private Row row(Texts texts, QualityDay.Placed one) {
        return Row.of(
                new Cell.Figure(String.valueOf(one.place())),
                new Cell.Words(Words.office(texts, directory, one.provider())),
                new Cell.Figure(texts.number(one.resources())),
                new Cell.Figure(FigureTelling.percent(texts, one.score())),
                new Cell.Figure(FigureTelling.percent(texts, one.shares().timely())),
                new Cell.Figure(FigureTelling.percent(texts, one.shares().accurate())),
                new Cell.Figure(FigureTelling.percent(texts, one.shares().complete())));
    }
}
