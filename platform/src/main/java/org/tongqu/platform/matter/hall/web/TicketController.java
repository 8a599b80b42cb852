package org.tongqu.platform.matter.hall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.matter.hall.Queue;
import org.tongqu.platform.matter.hall.Ticket;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;

/** A number in the hand of whoever drew it, and the screen on which it is called. Both renew themselves without scripts. */
@Controller
class TicketController {

    private static final String REFRESH = "Refresh";
    private static final int ON_THE_SCREEN = 12;

    private final Halls halls;
    private final Queue queue;

    TicketController(Halls halls, Queue queue) {
        this.halls = halls;
        this.queue = queue;
    }

    @GetMapping("/halls/{code}/tickets/{token}")
    Html ticket(PageFrame frame, HttpServletResponse response, @PathVariable String code, @PathVariable String token) {
        var plan = halls.find(code).orElseThrow(Words::notFound);
        var ticket = find(code, token);
        var texts = frame.texts();
        if (ticket.state() == Ticket.State.WAITING || ticket.state() == Ticket.State.CALLED) {
            response.setHeader(REFRESH, "15");
        }
        var waits = ticket.state() == Ticket.State.WAITING;
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                texts.say("hall.column.line"),
                Said.in(texts, plan.line(ticket.line()).name())));
        facts.add(Fact.of(texts.say("hall.taken"), texts.moment(ticket.times().taken())));
        if (ticket.appointment().isPresent()) {
            facts.add(Fact.of(
                            texts.say("hall.priority"),
                            texts.moment(ticket.times().due()))
                    .noting(texts.say(
                            "hall.rule",
                            plan.hall().rules().headStart(),
                            plan.hall().rules().grace())));
        }
        var formula = "";
        if (waits) {
            var wait = queue.wait(plan, ticket);
            facts.add(Fact.of(texts.say("hall.ahead"), texts.say("hall.ahead.people", wait.ahead())));
            facts.add(Fact.of(texts.say("hall.wait"), texts.say("hall.wait.minutes", wait.minutes())));
            formula = texts.say("hall.wait.formula", wait.ahead(), wait.minutesEach(), Math.max(1, wait.windows()));
        }
        return Html.page(
                "matter/hall/TicketPage",
                new TicketPage(
                        HallController.at(frame, plan),
                        Said.in(texts, plan.hall().name()),
                        ticket.label(),
                        standing(texts, ticket),
                        new KeyFacts(facts),
                        formula,
                        waits ? "/halls/" + code + "/tickets/" + token : ""));
    }

    /** Gives the number back. */
    @PostMapping("/halls/{code}/tickets/{token}")
    Object leave(@PathVariable String code, @PathVariable String token) {
        queue.leave(find(code, token));
        return Redirect.to("/halls/" + code + "/tickets/" + token);
    }

    @GetMapping("/halls/{code}/screen")
    Html screen(PageFrame frame, HttpServletResponse response, @PathVariable String code) {
        var plan = halls.find(code).orElseThrow(Words::notFound);
        var texts = frame.texts();
        response.setHeader(REFRESH, "8");
        var board = queue.board(plan, ON_THE_SCREEN);
        return Html.page(
                "matter/hall/ScreenPage",
                new ScreenPage(
                        HallController.at(frame, plan).titled(texts.say("hall.screen")),
                        Said.in(texts, plan.hall().name()),
                        Words.day(texts, halls.today()),
                        texts.say("hall.waiting", board.waiting()),
                        calls(texts, board.called())));
    }

    private static List<ScreenPage.Call> calls(Texts texts, List<Ticket> called) {
        return called.stream()
                .map(ticket -> {
                    var window = texts.say("hall.window", ticket.at().window().orElse(0));
                    return new ScreenPage.Call(
                            ticket.label(),
                            window,
                            texts.say("hall.screen." + ticket.state().code()),
                            ticket.state() == Ticket.State.CALLED
                                    ? texts.say("hall.screen.said", ticket.label(), window)
                                    : "");
                })
                .toList();
    }

    private static String standing(Texts texts, Ticket ticket) {
        return texts.say(
                "hall.standing." + ticket.state().code(), ticket.at().window().orElse(0));
    }

    private Ticket find(String code, String token) {
        return queue.find(token)
                .filter(ticket -> ticket.key().hall().equals(code))
                .orElseThrow(Words::notFound);
    }
}
