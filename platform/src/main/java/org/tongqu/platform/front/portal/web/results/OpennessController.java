package org.tongqu.platform.front.portal.web.results;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.StatTiles;
import org.tongqu.platform.front.portal.web.home.Openness;
import org.tongqu.platform.front.portal.web.mine.Lamps;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.ClockRow;
import org.tongqu.platform.matter.supervision.Indicator;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** The rows behind the figure of the home page. A row names the office and the service, never the applicant. */
@Controller
class OpennessController {

    private final Supervision supervision;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    OpennessController(Supervision supervision, ServiceCatalogue catalogue, Directory directory, Clock clock) {
        this.supervision = supervision;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/openness")
    Html openness(PageFrame frame, @RequestParam(defaultValue = "") String after) {
        var texts = frame.texts();
        var question = Openness.thisMonth(clock.instant());
        var figure = supervision.openFigure(Indicator.ON_TIME, question);
        var trail = Trail.of(after);
        var page = supervision.openRows(Indicator.ON_TIME, question, trail.start());
        var title = texts.say("portal.openness.title");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.home"), "/"), new Crumb(title, ""));
        var words = texts.say(
                "portal.results.total",
                texts.number(figure.population()),
                page.rows().size());
        var pages = ListAddress.of("/openness").pages(texts, trail, page.next(), words);
        return Html.page(
                "front/portal/OpennessPage",
                new OpennessPage(
                        frame.titled(title).at("", crumbs),
                        new StatTiles(texts, List.of(Openness.onTime(texts, figure, ""))),
                        table(texts, page.rows()),
                        pages));
    }

    private DataTable table(Texts texts, List<ClockRow> rows) {
        var columns = List.of(
                Column.of(texts.say("portal.results.office")),
                Column.of(texts.say("portal.receipt.service")),
                Column.of(texts.say("portal.openness.started")),
                Column.of(texts.say("portal.openness.due")),
                Column.of(texts.say("portal.openness.ended")),
                Column.of(texts.say("portal.results.result")));
        var empty = EmptyState.of(texts.say("portal.home.figure.ontime.none"), "");
        return new DataTable(
                texts,
                texts.say("portal.openness.rows"),
                columns,
                rows.stream().map(row -> row(texts, row)).toList(),
                empty,
                "");
    }

    private Row row(Texts texts, ClockRow row) {
        var office = directory
                .findOrganisation(row.organisation())
                .map(found -> Said.in(texts, found.name()))
                .orElse("");
        var service = catalogue
                .findPack(row.packId())
                .map(pack -> Said.in(texts, pack.title()))
                .orElse("");
        var lamp = row.run().onTime().orElse(true)
                ? new Lamp(Light.FINE, texts.say("portal.case.clock.ontime"))
                : new Lamp(Light.LATE, texts.say("portal.case.clock.late"));
        return Row.of(
                new Cell.Words(office),
                new Cell.Words(service),
                new Cell.Words(day(texts, row.run().startedAt())),
                new Cell.Words(Lamps.lastDay(texts, row.run().dueAt())),
                new Cell.Words(row.run().endedAt().map(at -> day(texts, at)).orElse("")),
                new Cell.Lit(lamp));
    }

    private static String day(Texts texts, Instant at) {
        return texts.day(LocalDate.ofInstant(at, Texts.ZONE));
    }
}
