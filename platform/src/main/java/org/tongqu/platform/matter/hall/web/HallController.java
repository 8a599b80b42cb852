package org.tongqu.platform.matter.hall.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.Queue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** The halls as anybody sees them. */
@Controller
class HallController {

    private final Halls halls;
    private final Queue queue;
    private final LineServices services;

    HallController(Halls halls, Queue queue, LineServices services) {
        this.halls = halls;
        this.queue = queue;
        this.services = services;
    }

    @GetMapping("/halls")
    Html halls(PageFrame frame) {
        var texts = frame.texts();
        var waiting = queue.waiting();
        var rows = halls.all().stream()
                .map(plan -> {
                    var hall = plan.hall();
                    var address = "/halls/" + hall.code();
                    return Row.opening(
                            address,
                            new Cell.Opens(Said.in(texts, hall.name()), address),
                            new Cell.Words(texts.say(
                                    "hall.level." + hall.level().name().toLowerCase(Locale.ROOT))),
                            hall.closedFrom()
                                    .<Cell>map(from -> new Cell.TwoLines(
                                            hours(texts, plan), texts.say("hall.closed-from", texts.day(from))))
                                    .orElseGet(() -> new Cell.Words(hours(texts, plan))),
                            new Cell.Figure(texts.number(waiting.getOrDefault(hall.code(), 0))));
                })
                .toList();
        var columns = List.of(
                Column.of(texts.say("hall.column.hall")),
                Column.of(texts.say("hall.column.level")),
                Column.of(texts.say("hall.column.today")),
                Column.figures(texts.say("hall.column.waiting")));
        var table = new DataTable(
                texts,
                texts.say("hall.all"),
                columns,
                rows,
                EmptyState.of(texts.say("hall.none"), texts.say("hall.none.text")),
                "");
        return Html.page(
                "matter/hall/HallsPage",
                new HallsPage(frame.titled(texts.say("hall.all")).at("halls", Breadcrumbs.none()), table));
    }

    @GetMapping("/halls/{code}")
    Html hall(PageFrame frame, @PathVariable String code) {
        var plan = halls.find(code).orElseThrow(Words::notFound);
        var texts = frame.texts();
        var name = Said.in(texts, plan.hall().name());
        return Html.page(
                "matter/hall/HallPage",
                new HallPage(
                        told(at(frame, plan), plan),
                        name,
                        texts.say(queue.takesNumbers(plan) ? "hall.open" : "hall.closed"),
                        facts(texts, plan),
                        lines(texts, plan),
                        plan.hall().isClosedOn(halls.today())
                                ? List.of(ButtonLink.main(texts.say("hall.all"), "/halls"))
                                : List.of(
                                        ButtonLink.main(texts.say("hall.book"), "/my/appointments/new?hall=" + code),
                                        ButtonLink.plain(texts.say("hall.draw"), "/halls/" + code + "/kiosk"),
                                        ButtonLink.quiet(texts.say("hall.screen"), "/halls/" + code + "/screen"))));
    }

    private PageFrame told(PageFrame frame, HallPlan plan) {
        var texts = frame.texts();
        return plan.hall()
                .closedFrom()
                .map(from -> frame.noticing(List.of(NoticeBanner.warning(texts.say("hall.closed-from", texts.day(from)))
                        .saying(texts.say("hall.closed-from.text")))))
                .orElse(frame);
    }

    /** The frame of a page about this hall. */
    static PageFrame at(PageFrame frame, HallPlan plan) {
        var name = Said.in(frame.texts(), plan.hall().name());
        return frame.titled(name)
                .at("halls", Breadcrumbs.of(new Crumb(frame.texts().say("hall.all"), "/halls"), new Crumb(name, "")));
    }

    private KeyFacts facts(Texts texts, HallPlan plan) {
        return new KeyFacts(List.of(
                Fact.of(texts.say("hall.address"), plan.hall().seat().address()),
                Fact.of(texts.say("hall.column.today"), hours(texts, plan)),
                Fact.of(texts.say("hall.hours.working"), hours(texts, plan.hoursOn(DayKind.WORKING))),
                Fact.of(texts.say("hall.hours.weekend"), hours(texts, plan.hoursOn(DayKind.WEEKEND)))
                        .noting(texts.say("hall.hours.holidays"))));
    }

    private DataTable lines(Texts texts, HallPlan plan) {
        var waiting = queue.waitingByLine(plan);
        var rows = plan.lines().stream()
                .map(line -> Row.of(
                        new Cell.TwoLines(Said.in(texts, line.name()), services.of(texts, plan, line)),
                        new Cell.Words(windows(texts, plan, line.code())),
                        new Cell.Figure(texts.number(waiting.getOrDefault(line.code(), 0)))))
                .toList();
        var columns = List.of(
                Column.of(texts.say("hall.column.line")),
                Column.of(texts.say("hall.column.windows")),
                Column.figures(texts.say("hall.column.waiting")));
        return new DataTable(
                texts,
                texts.say("hall.lines"),
                columns,
                rows,
                EmptyState.of(texts.say("hall.none"), texts.say("hall.none.text")),
                "");
    }

    private static String windows(Texts texts, HallPlan plan, String line) {
        return plan.windows().stream()
                .filter(window -> window.lines().contains(line))
                .map(window -> texts.say("hall.window", window.number()))
                .collect(Collectors.joining(texts.say("hall.and")));
    }

    private String hours(Texts texts, HallPlan plan) {
        return hours(texts, halls.hoursOn(plan, halls.today()));
    }

    private static String hours(Texts texts, List<HallPlan.Hours> hours) {
        return hours.isEmpty()
                ? texts.say("hall.hours.none")
                : hours.stream()
                        .map(part -> Words.from(part.opens(), part.closes()))
                        .collect(Collectors.joining(texts.say("hall.and")));
    }
}
