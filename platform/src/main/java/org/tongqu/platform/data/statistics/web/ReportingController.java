package org.tongqu.platform.data.statistics.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.platform.data.statistics.Dossier;
import org.tongqu.platform.data.statistics.Reporting;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** What the office has on its way to everybody, and tables to be filled in. */
@Controller
class ReportingController {

    static final String PLACE = "statistics-desk";

    private final Reporting reporting;
    private final Statistics statistics;

    ReportingController(Reporting reporting, Statistics statistics) {
        this.reporting = reporting;
        this.statistics = statistics;
    }

    private void admit(SignedIn.Officer officer) {
        if (!reporting.mayReport(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping(Words.DESK)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        admit(officer);
        var words = new Words(frame.texts());
        var texts = frame.texts();
        return Html.page(
                "data/statistics/ReportingPage",
                new ReportingPage(
                        frame.titled(texts.say("statistics.desk.heading")).at(PLACE, Breadcrumbs.none()),
                        ways(words),
                        new DataTable(
                                texts,
                                texts.say("statistics.waiting"),
                                Stream.of("indicator", "period", "figures", "state", "since")
                                        .map(name -> Column.of(texts.say("statistics.column." + name)))
                                        .toList(),
                                reporting.waiting(officer).stream()
                                        .flatMap(listed -> row(words, listed))
                                        .toList(),
                                EmptyState.of(
                                        texts.say("statistics.waiting.empty"),
                                        texts.say("statistics.waiting.empty.text")),
                                "")));
    }

    private List<ButtonLink> ways(Words words) {
        var texts = words.texts();
        var ways = new ArrayList<ButtonLink>();
        ways.add(ButtonLink.main(texts.say("statistics.take"), TakeController.TAKE));
        for (var period : reporting.ended()) {
            ways.add(ButtonLink.plain(
                            texts.say("statistics.template", period.id()),
                            Words.DESK + "/template/" + period.id() + ".xlsx")
                    .with(Icon.DOWNLOAD));
        }
        ways.add(ButtonLink.plain(texts.say("statistics.calendar"), CalendarController.CALENDAR));
        return ways;
    }

    private Stream<Row> row(Words words, Dossier.Listed listed) {
        var texts = words.texts();
        return statistics.book().find(listed.indicator()).stream().map(indicator -> {
            var href = DossierController.address(indicator, listed.period());
            return Row.opening(
                    href,
                    new Cell.Opens(words.title(indicator), href),
                    new Cell.Words(words.period(indicator, listed.period())),
                    new Cell.Figure(texts.number(listed.figures())),
                    new Cell.Words(texts.say(
                            "statistics.waiting.state", listed.reviewed(), listed.figures() - listed.reviewed())),
                    new Cell.Words(texts.moment(listed.since())));
        });
    }

    @GetMapping(Words.DESK + "/template/{period:[0-9Q-]{4,7}}.{kind:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> template(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String period,
            @PathVariable String kind) {
        admit(officer);
        var asked = Period.parse(period).orElseThrow(Words::notFound);
        var form = SheetForm.of(kind);
        return form.file(
                "figures-" + asked.id(), out -> reporting.writeTemplate(officer, asked, form, frame.texts(), out));
    }
}
