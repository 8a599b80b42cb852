package org.tongqu.platform.matter.hall.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.CheckAnswers.Answer;
import org.tongqu.design.form.CheckAnswers.Group;
import org.tongqu.design.form.FormPage;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.Appointment;
import org.tongqu.platform.matter.hall.Appointments;
import org.tongqu.platform.matter.hall.BookRefusal;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.Slot;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Books a place, one question a page: where, for what, which day, what time; then a last look. */
@Controller
class BookingController {

    private static final String NEW = "/my/appointments/new";
    private static final String BOOK = "/my/appointments";

    private final Halls halls;
    private final Appointments appointments;
    private final BookingQuestions questions;

    BookingController(Halls halls, Appointments appointments, BookingQuestions questions) {
        this.halls = halls;
        this.appointments = appointments;
        this.questions = questions;
    }

    @GetMapping(NEW)
    Html ask(PageFrame frame, @RequestParam Map<String, String> sent) {
        return draw(frame, questions.completed(Asked.of(sent)), "");
    }

    /** Takes the answer to one question on to the next. */
    @PostMapping(NEW)
    Object answer(PageFrame frame, @RequestParam Map<String, String> sent) {
        var asked = Asked.of(sent);
        var step = sent.getOrDefault("step", "");
        if (!asked.given().containsKey(step)) {
            return draw(frame, questions.completed(asked), frame.texts().say("hall.ask.missing"))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to(questions.completed(asked).at(NEW));
    }

    @PostMapping(BOOK)
    Object book(PageFrame frame, @AuthenticationPrincipal Citizen who, @RequestParam Map<String, String> sent) {
        var asked = Asked.of(sent);
        var wanted = asked.slot();
        if (wanted.isEmpty()) {
            return Redirect.to(asked.at(NEW));
        }
        return switch (appointments.book(who, wanted.get())) {
            case Outcome.Done(Appointment made) -> Redirect.to("/my/appointments/" + made.id() + "?done=booked");
            case Outcome.Refused(BookRefusal refusal) -> {
                var told = BookRefusals.say(frame.texts(), refusal);
                yield refused(frame.noticing(List.of(told)), asked, wanted.get())
                        .with(HttpStatus.CONFLICT);
            }
        };
    }

    private Html draw(PageFrame frame, Asked asked, String wrong) {
        return questions
                .next(frame.texts(), asked, wrong)
                .map(one -> question(frame, asked, one))
                .orElseGet(() -> check(frame, asked));
    }

    private static Html question(PageFrame frame, Asked asked, BookingQuestions.One one) {
        var texts = frame.texts();
        var send = FormPage.Send.to(NEW, frame.csrf()).along("step", one.name());
        for (var given : asked.before(one.name()).given().entrySet()) {
            send = send.along(given.getKey(), given.getValue());
        }
        var form = one.open()
                ? FormPage.of(texts, one.heading(), send, List.of(one.field()), Button.main(texts.say("hall.ask.on")))
                        .lead(one.lead())
                : new FormPage(texts, one.heading(), texts.say("hall.ask.nothing"), send, List.of(), List.of());
        var back = asked.given().isEmpty()
                ? List.<ButtonLink>of()
                : List.of(ButtonLink.quiet(texts.say("hall.ask.again"), NEW));
        return Html.page(
                "matter/hall/AskPage",
                new AskPage(AppointmentController.at(frame, one.heading()), form, Optional.empty(), back));
    }

    /** What is about to be booked; also where whoever knows what they want may begin. */
    private Html check(PageFrame frame, Asked asked) {
        var texts = frame.texts();
        var plan = halls.hall(asked.hall());
        var slot = asked.slot().orElseThrow();
        var send = FormPage.Send.to(BOOK, frame.csrf());
        for (var given : asked.given().entrySet()) {
            send = send.along(given.getKey(), given.getValue());
        }
        var rules = plan.hall().rules();
        var lead = rules.noShows() == 0
                ? texts.say("hall.check.lead")
                : texts.say("hall.check.lead.missed", rules.noShowDays(), rules.noShows());
        var form = FormPage.of(texts, "", send, List.of(), Button.main(texts.say("hall.check.book")))
                .lead(lead);
        return Html.page(
                "matter/hall/AskPage",
                new AskPage(
                        AppointmentController.at(frame, texts.say("hall.check")),
                        form,
                        Optional.of(answers(texts, plan, asked, slot)),
                        List.of()));
    }

    private static CheckAnswers answers(Texts texts, HallPlan plan, Asked asked, Slot.Key slot) {
        var ends = plan.slots().stream()
                .filter(planned ->
                        planned.line().equals(slot.line()) && planned.starts().equals(slot.starts()))
                .map(planned -> Words.from(planned.starts(), planned.ends()))
                .findFirst()
                .orElse(slot.starts().toString());
        return new CheckAnswers(
                texts,
                List.of(new Group(
                        texts.say("hall.check.group"),
                        List.of(
                                answer(
                                        texts,
                                        asked,
                                        "hall",
                                        Said.in(texts, plan.hall().name())),
                                answer(
                                        texts,
                                        asked,
                                        "line",
                                        Said.in(texts, plan.line(slot.line()).name())),
                                answer(texts, asked, "day", Words.day(texts, slot.day())),
                                answer(texts, asked, "starts", ends)))));
    }

    private static Answer answer(Texts texts, Asked asked, String name, String said) {
        return new Answer(
                texts.say("hall.ask." + name), said, "", asked.before(name).at(NEW));
    }

    /** What came in between, and the next that are free: one click from the last look. */
    private Html refused(PageFrame frame, Asked asked, Slot.Key wanted) {
        var texts = frame.texts();
        var next = appointments.next(wanted).stream()
                .map(slot -> ButtonLink.quiet(
                        texts.say(
                                "hall.next.slot",
                                Words.day(texts, slot.key().day()),
                                Words.from(slot.key().starts(), slot.ends()),
                                slot.free()),
                        asked.with("day", slot.key().day().toString())
                                .with("starts", slot.key().starts().toString())
                                .at(NEW)))
                .toList();
        var heading = texts.say(next.isEmpty() ? "hall.next.none" : "hall.next");
        var form = new FormPage(texts, heading, "", FormPage.Send.to(NEW, frame.csrf()), List.of(), List.of());
        return Html.page(
                "matter/hall/AskPage",
                new AskPage(AppointmentController.at(frame, heading), form, Optional.empty(), next));
    }
}
