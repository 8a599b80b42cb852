package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.exchange.Comparing;
import org.tongqu.platform.data.exchange.ExchangeBoard;
import org.tongqu.platform.data.exchange.FlowRefusal;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.FlowStanding.Wanted;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** One flow: how it stands, how rows are made, which are let in, what ran; begun and halted by those who may. */
@Controller
class FlowController {

    private static final int PAGE = 20;

    private final ExchangeBoard board;
    private final Flows flows;
    private final Comparing comparing;
    private final FlowTelling telling;
    private final Clock clock;

    FlowController(ExchangeBoard board, Flows flows, Comparing comparing, FlowTelling telling, Clock clock) {
        this.board = board;
        this.flows = flows;
        this.comparing = comparing;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping(Words.CENTRE + "/{id}")
    Html flow(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(required = false) @Nullable String refused) {
        var texts = frame.texts();
        var now = clock.instant();
        var flow = board.find(officer, id, LocalDate.ofInstant(now, WorkingCalendar.ZONE))
                .orElseThrow(Words::notFound);
        var planned = flows.find(id).orElseThrow(Words::notFound);
        var trail = Trail.of(after);
        var runs = board.runs(flow, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var told = Words.refused(Done.told(frame, "exchange.done." + done), refused);
        var title = Said.in(texts, planned.flow().title());
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("exchange.heading"), Words.CENTRE), new Crumb(title, ""));
        return Html.page(
                "data/exchange/FlowPage",
                new FlowPage(
                        told.titled(title).at("exchange", crumbs),
                        title,
                        new FlowPage.Standing(
                                Words.lamp(texts, flow, now),
                                flow.last()
                                        .map(run -> Words.why(texts, run.reason()))
                                        .orElse(""),
                                telling.facts(
                                        texts,
                                        flow,
                                        new FlowTelling.Rhythm(planned.running().pace(), flows.followedUntil(id)),
                                        comparing.last(id))),
                        steps(frame, officer, planned, flow.timing().wanted()),
                        new FlowPage.Tables(
                                telling.mapping(texts, planned),
                                telling.rules(texts, planned),
                                telling.runs(texts, runs)),
                        pages(texts, flow, runs, trail)));
    }

    private static Pagination pages(Texts texts, FlowStanding flow, List<Run> runs, Trail trail) {
        var next = Trail.next(runs, PAGE, Run::id);
        return ListAddress.of(Words.address(flow.id()))
                .pages(texts, trail, next, texts.say("exchange.runs.shown", runs.size()));
    }

    private List<FormPage> steps(PageFrame frame, SignedIn.Officer officer, PlannedFlow flow, Wanted wanted) {
        var texts = frame.texts();
        var steps = new ArrayList<FormPage>();
        if (flows.steerable(officer, flow.id()) instanceof Outcome.Done) {
            for (var step : wanted == Wanted.HALTED ? List.of("resume") : List.of("hurry", "halt")) {
                var label = texts.say("exchange.step." + step);
                var button = step.equals("halt") ? Button.grave(label) : Button.main(label);
                steps.add(step(frame, flow, step, button));
            }
        }
        if (comparing.isComparable(flow) && comparing.mayCompare(officer, flow) instanceof Outcome.Done) {
            steps.add(step(frame, flow, "comparisons", Button.plain(texts.say("exchange.step.compare"))));
        }
        return steps;
    }

    private static FormPage step(PageFrame frame, PlannedFlow flow, String step, Button button) {
        var send = FormPage.Send.to(Words.address(flow.id()) + "/" + step, frame.csrf());
        return FormPage.of(frame.texts(), "", send, List.of(), button);
    }

    @PostMapping(Words.CENTRE + "/{id}/hurry")
    Object hurry(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return answer(id, "hurry", flows.hurry(officer, id));
    }

    @PostMapping(Words.CENTRE + "/{id}/halt")
    Object halt(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return answer(id, "halt", flows.halt(officer, id));
    }

    @PostMapping(Words.CENTRE + "/{id}/resume")
    Object resume(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return answer(id, "resume", flows.resume(officer, id));
    }

    private static Object answer(String id, String step, Outcome<PlannedFlow, FlowRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<PlannedFlow, FlowRefusal> done -> Redirect.to(Words.address(id) + "?done=" + step);
            case Outcome.Refused<PlannedFlow, FlowRefusal>(FlowRefusal.Already already) ->
                Redirect.to(Words.address(id) + "?done=already");
            case Outcome.Refused<PlannedFlow, FlowRefusal>(FlowRefusal.Unknown unknown) -> throw Words.notFound();
            case Outcome.Refused<PlannedFlow, FlowRefusal>(FlowRefusal.MayNot no) -> throw Words.forbidden();
        };
    }
}
