package org.tongqu.platform.data.statistics.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.data.statistics.Statistics.Sheet;
import org.tongqu.platform.data.statistics.Statistics.View;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;

/** One indicator for everybody: its meaning, its series, the regions beside each other, its versions, and a table to take away. */
@Controller
class IndicatorController {

    private static final String ONE = Words.PUBLIC + "/{code:[a-z][a-z0-9_]{1,40}}";
    private static final int PAGE = 24;

    private final Statistics statistics;
    private final Directory directory;

    IndicatorController(Statistics statistics, Directory directory) {
        this.statistics = statistics;
        this.directory = directory;
    }

    /** What the address asks for. @param period in which regions are compared. @param known as known at the end of the day */
    record Asked(
            @Nullable String region,
            @Nullable String period,
            @Nullable String base,
            @Nullable String known) {

        Optional<Period> periodOf(Indicator indicator) {
            return read(period, indicator);
        }

        View view(Indicator indicator) {
            return new View(
                    indicator,
                    ListAddress.asked(region).orElse(""),
                    day().map(day ->
                            day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant()),
                    read(base, indicator));
        }

        Optional<LocalDate> day() {
            try {
                return ListAddress.asked(known).map(LocalDate::parse);
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }

        private static Optional<Period> read(@Nullable String id, Indicator indicator) {
            return ListAddress.asked(id)
                    .flatMap(Period::parse)
                    .filter(period -> period.kind() == indicator.shape().every());
        }

        ListAddress address(Indicator indicator) {
            return ListAddress.of(Words.PUBLIC + "/" + indicator.code())
                    .with("region", region)
                    .with("base", base)
                    .with("known", known);
        }
    }

    private Indicator indicator(String code) {
        return statistics.book().find(code).orElseThrow(Words::notFound);
    }

    @GetMapping(ONE)
    Html one(
            PageFrame frame,
            @PathVariable String code,
            Asked asked,
            @RequestParam(required = false) @Nullable String after) {
        var indicator = indicator(code);
        var trail = Trail.of(after);
        var before = trail.start().flatMap(Period::parse).map(Period::from);
        var sheet = statistics
                .sheet(asked.view(indicator), asked.periodOf(indicator), before, PAGE)
                .orElseThrow(Words::notFound);
        if (!sheet.covered().regions().of(indicator).contains(region(sheet))) {
            throw Words.notFound();
        }
        return Html.page("data/statistics/IndicatorPage", page(frame, sheet, asked, trail));
    }

    private static String region(Sheet sheet) {
        var region = sheet.view().region();
        return region.isEmpty() ? sheet.covered().regions().whole() : region;
    }

    private IndicatorPage page(PageFrame frame, Sheet sheet, Asked asked, Trail trail) {
        var indicator = sheet.view().indicator();
        var telling = new SeriesTelling(new Words(frame.texts()), sheet, asked, statistics.book());
        var title = telling.words().title(indicator);
        var crumbs =
                Breadcrumbs.of(new Crumb(frame.texts().say("statistics.heading"), Words.PUBLIC), new Crumb(title, ""));
        var versions = asked.periodOf(indicator)
                .map(period -> telling.versions(period, statistics.versions(indicator, period, region(sheet))));
        return new IndicatorPage(
                frame.titled(title).at(OverviewController.PLACE, crumbs),
                title,
                telling.lead(),
                new DefinitionTelling(telling.words(), statistics.book(), directory).facts(indicator),
                ways(telling.words(), asked, indicator),
                telling.filter(),
                new IndicatorPage.Course(
                        telling.chart(), telling.course(), telling.table(), telling.pages(trail, PAGE)),
                telling.comparison(asked.periodOf(indicator)),
                versions);
    }

    private static List<ButtonLink> ways(Words words, Asked asked, Indicator indicator) {
        return Stream.of(SheetForm.values())
                .map(form -> ButtonLink.plain(
                                words.texts().say("statistics.export", form.name()),
                                ListAddress.of(Words.PUBLIC + "/" + indicator.code() + "/export." + form.code())
                                        .with("region", asked.region())
                                        .with("base", asked.base())
                                        .with("known", asked.known())
                                        .toString())
                        .with(Icon.DOWNLOAD))
                .toList();
    }

    /** The whole series. */
    @GetMapping(ONE + "/export.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            PageFrame frame, @PathVariable String code, @PathVariable String kind, Asked asked) {
        var indicator = indicator(code);
        var form = SheetForm.of(kind);
        var table = new SeriesSheet(new Words(frame.texts()), indicator);
        return form.file(code, out -> statistics.write(asked.view(indicator), form, table, out));
    }
}
