package org.tongqu.platform.matter.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.Queue;
import org.tongqu.platform.matter.hall.TakeRefusal;
import org.tongqu.platform.matter.hall.Ticket;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;

/** The machine at the entrance, and anybody's telephone in front of it. */
@Controller
class KioskController {

    private final Halls halls;
    private final Queue queue;
    private final LineServices services;
    private final Tries tries;

    KioskController(Halls halls, Queue queue, LineServices services, Tries tries) {
        this.halls = halls;
        this.queue = queue;
        this.services = services;
        this.tries = tries;
    }

    @GetMapping("/halls/{code}/kiosk")
    Html kiosk(PageFrame frame, @PathVariable String code) {
        return draw(frame, halls.find(code).orElseThrow(Words::notFound), "", "");
    }

    @PostMapping("/halls/{code}/kiosk")
    Object take(
            PageFrame frame,
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String appointment) {
        var plan = halls.find(code).orElseThrow(Words::notFound);
        var texts = frame.texts();
        if (!tries.take(request.getRemoteAddr())) {
            var told = NoticeBanner.error(texts.say("hall.take.many")).saying(texts.say("hall.take.many.text"));
            return draw(frame.noticing(List.of(told)), plan, "", "").with(HttpStatus.TOO_MANY_REQUESTS);
        }
        var typed = appointment.replaceAll("\\s", "");
        if (line.isEmpty() && typed.isEmpty()) {
            return draw(frame, plan, "", texts.say("hall.take.code.missing")).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (line.isEmpty() ? queue.arrive(plan, typed) : queue.take(plan, line)) {
            case Outcome.Done(Ticket ticket) -> Redirect.to("/halls/" + code + "/tickets/" + ticket.token());
            case Outcome.Refused(TakeRefusal.WrongCode wrong) ->
                draw(frame, plan, typed, texts.say("hall.take.code.wrong")).with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused(TakeRefusal.Closed closed) ->
                draw(frame, plan, "", "").with(HttpStatus.CONFLICT);
            case Outcome.Refused(TakeRefusal.NoSuchLine unknown) -> throw Words.notFound();
        };
    }

    private Html draw(PageFrame frame, HallPlan plan, String typed, String wrong) {
        var texts = frame.texts();
        var waiting = queue.waitingByLine(plan);
        var address = "/halls/" + plan.hall().code() + "/kiosk";
        var open = queue.takesNumbers(plan);
        var lines = plan.lines().stream()
                .map(line -> new KioskPage.Choice(
                        line.code(),
                        Said.in(texts, line.name()),
                        services.of(texts, plan, line),
                        texts.say("hall.waiting", waiting.getOrDefault(line.code(), 0))))
                .toList();
        var question = Question.of(texts, "appointment", texts.say("hall.take.code"))
                .hint(texts.say("hall.take.code.hint"))
                .wrong(wrong);
        var code = FormPage.of(
                texts,
                "",
                FormPage.Send.to(address, frame.csrf()),
                List.of(new TextField(question, typed, TextField.Kind.CODE, 8)),
                Button.plain(texts.say("hall.take.arrive")));
        var rules = plan.hall().rules();
        return Html.page(
                "matter/hall/KioskPage",
                new KioskPage(
                        HallController.at(frame, plan),
                        Said.in(texts, plan.hall().name()),
                        address,
                        lines,
                        code,
                        texts.say("hall.rule", rules.headStart(), rules.grace()),
                        open ? Optional.empty() : Optional.of(closed(texts))));
    }

    private static EmptyState closed(Texts texts) {
        return EmptyState.of(texts.say("hall.closed"), texts.say("hall.closed.text"));
    }
}
