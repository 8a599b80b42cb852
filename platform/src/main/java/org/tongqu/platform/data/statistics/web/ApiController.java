package org.tongqu.platform.data.statistics.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.design.nav.Trail;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.statistics.Growth;
import org.tongqu.platform.data.statistics.Point;
import org.tongqu.platform.data.statistics.Statistics;

/** Released figures for other systems, as JSON. Open to everybody, as the pages are. */
@RestController
class ApiController {

    private static final String LIST = "/api/statistics";
    private static final int PAGE = 100;

    private final Statistics statistics;

    ApiController(Statistics statistics) {
        this.statistics = statistics;
    }

    /** All indicators with their definitions. */
    @GetMapping(LIST)
    ResponseEntity<String> indicators() {
        return answer(Datum.empty()
                .with(
                        "indicators",
                        Datum.of(statistics.book().all().stream()
                                .map(ApiController::definition)
                                .toList())));
    }

    /** A hundred periods of a series, the newest first; {@code next} is what {@code after} takes for those before. */
    @GetMapping(LIST + "/{code:[a-z][a-z0-9_]{1,40}}")
    ResponseEntity<String> series(
            @PathVariable String code,
            IndicatorController.Asked asked,
            @RequestParam(required = false) @Nullable String after) {
        var indicator = statistics.book().find(code).orElseThrow(Words::notFound);
        var before = Trail.of(after).start().flatMap(Period::parse).map(Period::from);
        var sheet = statistics
                .sheet(asked.view(indicator), asked.periodOf(indicator), before, PAGE)
                .orElseThrow(Words::notFound);
        var region = sheet.view().region().isEmpty()
                ? sheet.covered().regions().whole()
                : sheet.view().region();
        var points = sheet.points();
        return answer(definition(indicator)
                .with("region", Datum.of(region))
                .with(
                        "figures",
                        Datum.of(points.stream().map(ApiController::point).toList()))
                .with(
                        "next",
                        points.size() < PAGE
                                ? Datum.nothing()
                                : Datum.of(points.getLast().period().id())));
    }

    private static ResponseEntity<String> answer(Datum said) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(said.canonical());
    }

    private static Datum definition(Indicator indicator) {
        var shape = indicator.shape();
        return Datum.empty()
                .with("code", Datum.of(indicator.code()))
                .with("title", label(indicator.said().title()))
                .with("meaning", label(indicator.said().meaning()))
                .with("unit", label(indicator.said().unit()))
                .with("basis", label(indicator.said().basis()))
                .with("every", Datum.of(shape.every().code()))
                .with("measures", Datum.of(shape.measure().name().toLowerCase(Locale.ROOT)))
                .with(
                        "formula",
                        indicator
                                .formula()
                                .map(formula -> Datum.of(formula.toString()))
                                .orElse(Datum.nothing()));
    }

    private static Datum label(Label label) {
        return new Datum.Fields(Map.of("zh", Datum.of(label.zh()), "en", Datum.of(label.en())));
    }

    private static Datum point(Point point) {
        return Datum.empty()
                .with("period", Datum.of(point.period().id()))
                .with("value", Datum.of(point.value()))
                .with("version", Datum.of(point.version()))
                .with("onYear", number(point.onYear()))
                .with("onPeriod", number(point.onPeriod()))
                .with("index", point.index().map(Datum::of).orElse(Datum.nothing()));
    }

    private static Datum number(Growth growth) {
        return switch (growth) {
            case Growth.Percent(var by) -> Datum.of(by);
            case Growth.Points(var by) -> Datum.of(by);
            case Growth.NothingBefore before -> Datum.nothing();
            case Growth.NotAboveNought base -> Datum.nothing();
        };
    }
}
