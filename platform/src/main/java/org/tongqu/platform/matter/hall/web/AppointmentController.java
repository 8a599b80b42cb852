package org.tongqu.platform.matter.hall.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
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
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.Appointment;
import org.tongqu.platform.matter.hall.Appointments;
import org.tongqu.platform.matter.hall.BookRefusal;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** One's own appointments: looked at, moved, given back. */
@Controller
class AppointmentController {

    private static final String MINE = "/my/appointments";
    private static final Set<String> DONE = Set.of("booked", "moved", "cancelled");

    private final Halls halls;
    private final Appointments appointments;
    private final BookingQuestions questions;
    private final Clock clock;

    AppointmentController(Halls halls, Appointments appointments, BookingQuestions questions, Clock clock) {
        this.halls = halls;
        this.appointments = appointments;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping(MINE)
    Html mine(PageFrame frame, @AuthenticationPrincipal Citizen who) {
        var texts = frame.texts();
        var rows = appointments.of(who).stream()
                .map(appointment -> {
                    var address = MINE + "/" + appointment.id();
                    return Row.opening(
                            address,
                            new Cell.Opens(Words.day(texts, appointment.slot().day()), address),
                            new Cell.Words(Words.from(appointment.slot().starts(), appointment.ends())),
                            new Cell.TwoLines(hall(texts, appointment), line(texts, appointment)),
                            new Cell.Words(state(texts, appointment)));
                })
                .toList();
        var columns = List.of(
                Column.of(texts.say("hall.ask.day")),
                Column.of(texts.say("hall.ask.starts")),
                Column.of(texts.say("hall.column.hall")),
                Column.of(texts.say("hall.column.state")));
        var empty = EmptyState.of(texts.say("hall.mine.empty"), texts.say("hall.mine.empty.text"))
                .offering(ButtonLink.main(texts.say("hall.book"), MINE + "/new"));
        return Html.page(
                "matter/hall/AppointmentsPage",
                new AppointmentsPage(
                        at(frame, texts.say("hall.mine")),
                        new DataTable(texts, texts.say("hall.mine"), columns, rows, empty, "")));
    }

    @GetMapping(MINE + "/{id}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        var texts = frame.texts();
        var told = DONE.contains(done)
                ? frame.noticing(List.of(NoticeBanner.success(texts.say("hall.done." + done))))
                : frame;
        return draw(told, find(who, id));
    }

    @GetMapping(MINE + "/{id}/cancel")
    Html sure(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id) {
        var texts = frame.texts();
        var appointment = find(who, id);
        var title = texts.say("hall.cancel.sure");
        var form = FormPage.of(
                        texts,
                        title,
                        FormPage.Send.to(MINE + "/" + id + "/cancel", frame.csrf()),
                        List.of(),
                        Button.grave(texts.say("hall.cancel.yes")))
                .lead(Words.day(texts, appointment.slot().day()) + " "
                        + Words.from(appointment.slot().starts(), appointment.ends()) + " · "
                        + hall(texts, appointment));
        return Html.page(
                "matter/hall/AskPage",
                new AskPage(
                        at(frame, title),
                        form,
                        Optional.empty(),
                        List.of(ButtonLink.quiet(texts.say("hall.cancel.no"), MINE + "/" + id))));
    }

    @PostMapping(MINE + "/{id}/cancel")
    Object cancel(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id) {
        find(who, id);
        return answered(frame, who, id, appointments.cancel(who, id), "cancelled");
    }

    @GetMapping(MINE + "/{id}/move")
    Html move(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day) {
        return ask(frame, find(who, id), day, "");
    }

    @PostMapping(MINE + "/{id}/move")
    Object moved(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @RequestParam Map<String, String> sent) {
        var own = find(who, id);
        var asked = Asked.of(sent)
                .with("hall", own.slot().hall())
                .with("line", own.slot().line());
        if (asked.slot().isPresent()) {
            return answered(
                    frame, who, id, appointments.move(who, id, asked.slot().get()), "moved");
        }
        if (asked.date().isEmpty() || sent.getOrDefault("step", "").equals("starts")) {
            return ask(frame, own, asked.day(), frame.texts().say("hall.ask.missing"))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to(MINE + "/" + id + "/move?day=" + asked.date().get());
    }

    private Object answered(
            PageFrame frame, Citizen who, String id, Outcome<Appointment, BookRefusal> outcome, String done) {
        return switch (outcome) {
            case Outcome.Done(Appointment appointment) -> Redirect.to(MINE + "/" + id + "?done=" + done);
            case Outcome.Refused(BookRefusal refusal) ->
                draw(frame.noticing(List.of(BookRefusals.say(frame.texts(), refusal))), find(who, id))
                        .with(HttpStatus.CONFLICT);
        };
    }

    private Html ask(PageFrame frame, Appointment own, String day, String wrong) {
        var texts = frame.texts();
        var plan = halls.hall(own.slot().hall());
        var asked = new Asked("", own.slot().hall(), own.slot().line(), day, "");
        var one = asked.date().isEmpty()
                ? questions.day(texts, plan, asked, wrong)
                : questions.time(texts, plan, asked, wrong);
        var address = MINE + "/" + own.id() + "/move";
        var send = FormPage.Send.to(address, frame.csrf()).along("step", one.name());
        var main = one.name().equals("day") ? texts.say("hall.ask.on") : texts.say("hall.move.yes");
        var fields = one.open() ? List.of(one.field()) : List.<org.tongqu.design.form.Field>of();
        var form = FormPage.of(
                        texts,
                        one.heading(),
                        one.name().equals("day") ? send : send.along("day", day),
                        fields,
                        Button.main(main))
                .lead(one.open() ? one.lead() : texts.say("hall.ask.nothing"));
        return Html.page(
                "matter/hall/AskPage",
                new AskPage(
                        at(frame, texts.say("hall.move")),
                        form,
                        Optional.empty(),
                        List.of(ButtonLink.quiet(texts.say("hall.move.no"), MINE + "/" + own.id()))));
    }

    private Html draw(PageFrame frame, Appointment appointment) {
        var texts = frame.texts();
        var address = MINE + "/" + appointment.id();
        var ahead = appointment.isAhead(clock.instant());
        var plan = halls.hall(appointment.slot().hall());
        var rules = plan.hall().rules();
        var facts = new KeyFacts(List.of(
                Fact.of(
                        texts.say("hall.ask.day"),
                        Words.day(texts, appointment.slot().day())),
                Fact.of(
                        texts.say("hall.ask.starts"),
                        Words.from(appointment.slot().starts(), appointment.ends())),
                Fact.of(texts.say("hall.column.hall"), hall(texts, appointment))
                        .leadingTo("/halls/" + plan.hall().code())
                        .noting(plan.hall().seat().address()),
                Fact.of(texts.say("hall.column.line"), line(texts, appointment)),
                Fact.of(texts.say("hall.priority.rule"), texts.say("hall.rule", rules.headStart(), rules.grace()))));
        var ways = ahead
                ? List.of(
                        ButtonLink.plain(texts.say("hall.move"), address + "/move"),
                        ButtonLink.quiet(texts.say("hall.cancel"), address + "/cancel"))
                : List.of(ButtonLink.plain(texts.say("hall.book"), MINE + "/new"));
        var heading = texts.say("hall.appointment");
        return Html.page(
                "matter/hall/AppointmentPage",
                new AppointmentPage(
                        at(frame, heading),
                        heading,
                        state(texts, appointment),
                        ahead
                                ? appointment.code().substring(0, 4) + " "
                                        + appointment.code().substring(4)
                                : "",
                        facts,
                        ways));
    }

    private Appointment find(Citizen who, String id) {
        return appointments.find(who, id).orElseThrow(Words::notFound);
    }

    private String hall(Texts texts, Appointment appointment) {
        return Said.in(texts, halls.hall(appointment.slot().hall()).hall().name());
    }

    private String line(Texts texts, Appointment appointment) {
        var slot = appointment.slot();
        return Said.in(texts, halls.hall(slot.hall()).line(slot.line()).name());
    }

    private String state(Texts texts, Appointment appointment) {
        return texts.say("hall.state."
                + (appointment.isMissed(clock.instant())
                        ? "missed"
                        : appointment.state().code()));
    }

    /** The frame of a page about one's own appointments. */
    static PageFrame at(PageFrame frame, String title) {
        var texts = frame.texts();
        return frame.titled(title)
                .at(
                        "my",
                        Breadcrumbs.of(
                                new Crumb(texts.say("hall.my"), "/my"),
                                new Crumb(texts.say("hall.mine"), MINE),
                                new Crumb(title, "")));
    }
}
