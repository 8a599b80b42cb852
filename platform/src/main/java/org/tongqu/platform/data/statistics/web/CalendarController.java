package org.tongqu.platform.data.statistics.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.statistics.Due;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.operate.web.Html;

/** The calendar of releases, a month at a time, for everybody. */
@Controller
class CalendarController {

    static final String CALENDAR = Words.PUBLIC + "/calendar";

    private final Statistics statistics;
    private final Clock clock;

    CalendarController(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @GetMapping(CALENDAR)
    Html calendar(PageFrame frame, @RequestParam(defaultValue = "") String month) {
        var words = new Words(frame.texts());
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var shown = month(month, today);
        var heading = texts.say("statistics.calendar.of", String.valueOf(shown.getYear()), shown.getMonthValue());
        var dues = statistics.calendar(shown.atDay(1), shown.atEndOfMonth());
        var table = new DataTable(
                texts,
                heading,
                Stream.of("day", "indicator", "period", "standing")
                        .map(name -> Column.of(texts.say("statistics.column." + name)))
                        .toList(),
                dues.stream().map(due -> row(words, due, today)).toList(),
                EmptyState.of(texts.say("statistics.calendar.empty"), texts.say("statistics.calendar.empty.text")),
                "");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("statistics.heading"), Words.PUBLIC), new Crumb(heading, ""));
        return Html.page(
                "data/statistics/CalendarPage",
                new CalendarPage(
                        frame.titled(heading).at(OverviewController.PLACE, crumbs),
                        heading,
                        table,
                        new Pagination(
                                texts,
                                CALENDAR + "?month=" + shown.minusMonths(1),
                                CALENDAR + "?month=" + shown.plusMonths(1),
                                texts.say("statistics.calendar.shown", dues.size()))));
    }

    private static YearMonth month(String said, LocalDate today) {
        var now = YearMonth.from(today);
        try {
            var asked = said.isEmpty() ? now : YearMonth.parse(said);
            return asked.isBefore(now.minusYears(10)) || asked.isAfter(now.plusYears(2)) ? now : asked;
        } catch (DateTimeException none) {
            return now;
        }
    }

    private static Row row(Words words, Due due, LocalDate today) {
        var texts = words.texts();
        var indicator = due.indicator();
        return Row.of(
                new Cell.Words(texts.day(due.day())),
                new Cell.Opens(words.title(indicator), Words.PUBLIC + "/" + indicator.code()),
                new Cell.Words(words.period(indicator, due.period())),
                new Cell.Lit(due.released()
                        .map(at -> new Lamp(Light.DONE, texts.say("statistics.calendar.released", texts.moment(at))))
                        .orElse(
                                due.isOverdue(today)
                                        ? new Lamp(Light.LATE, texts.say("statistics.calendar.overdue"))
                                        : new Lamp(Light.FINE, texts.say("statistics.calendar.planned")))));
    }
}
