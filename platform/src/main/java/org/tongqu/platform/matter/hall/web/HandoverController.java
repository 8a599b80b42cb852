package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.hall.Handover;
import org.tongqu.platform.matter.hall.HandoverRefusal;
import org.tongqu.platform.matter.hall.Handovers;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Papers on their way: who sent them, who received them, and the receipt for it. */
@Controller
class HandoverController {

    private static final String ADDRESS = "/desk/hall/handovers";

    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping(ADDRESS)
    Html awaited(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        var texts = frame.texts();
        var lines = handovers.awaited(officer).stream()
                .map(step -> new HandoversPage.Line(
                        step.receipt(),
                        step.step(),
                        step.title(),
                        Said.in(texts, handovers.from(step)),
                        texts.say(
                                "hall.papers.sent",
                                texts.moment(step.sent().at()),
                                step.sent().name()),
                        texts.say("hall.papers.count", step.papers())))
                .toList();
        return Html.page(
                "matter/hall/HandoversPage",
                new HandoversPage(
                        frame.titled(texts.say("hall.papers")).at("handovers", Breadcrumbs.none()),
                        lines,
                        EmptyState.of(texts.say("hall.papers.none"), texts.say("hall.papers.none.text"))));
    }

    @PostMapping(ADDRESS + "/{receipt}/{number}")
    Object receive(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String receipt,
            @PathVariable int number) {
        return switch (handovers.receive(officer, receipt, number)) {
            case Outcome.Done(Handover step) -> Redirect.to(ADDRESS + "/" + receipt);
            case Outcome.Refused(HandoverRefusal refusal) ->
                awaited(frame.noticing(List.of(say(frame.texts(), refusal))), officer)
                        .with(HttpStatus.CONFLICT);
        };
    }

    @GetMapping(ADDRESS + "/{receipt}")
    Html receipt(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String receipt) {
        var steps = handovers.of(officer, receipt);
        if (steps.isEmpty()) {
            throw Words.notFound();
        }
        var texts = frame.texts();
        var first = steps.getFirst();
        return Html.page(
                "matter/hall/HandoverPage",
                new HandoverPage(
                        frame.titled(texts.say("hall.papers.receipt")).at("handovers", Breadcrumbs.none()),
                        receipt,
                        new KeyFacts(List.of(
                                Fact.of(texts.say("hall.papers.number"), receipt),
                                Fact.of(texts.say("hall.papers.title"), first.title()),
                                Fact.of(
                                        texts.say("hall.papers.papers"),
                                        texts.say("hall.papers.count", first.papers())),
                                Fact.of(texts.say("hall.papers.taken"), Said.in(texts, handovers.from(first))))),
                        table(texts, steps)));
    }

    private DataTable table(Texts texts, List<Handover> steps) {
        var columns = List.of(
                Column.of(texts.say("hall.papers.step")),
                Column.of(texts.say("hall.papers.from")),
                Column.of(texts.say("hall.papers.to")),
                Column.of(texts.say("hall.papers.sent-by")),
                Column.of(texts.say("hall.papers.received-by")));
        var rows = steps.stream()
                .map(step -> Row.of(
                        new Cell.Words(String.valueOf(step.step())),
                        new Cell.Words(Said.in(texts, handovers.from(step))),
                        new Cell.Words(Said.in(texts, handovers.to(step))),
                        new Cell.TwoLines(
                                step.sent().name(), texts.moment(step.sent().at())),
                        step.received()
                                .<Cell>map(hand -> new Cell.TwoLines(hand.name(), texts.moment(hand.at())))
                                .orElseGet(() -> new Cell.Words(texts.say("hall.papers.on-the-way")))))
                .toList();
        return new DataTable(
                texts,
                texts.say("hall.papers.steps"),
                columns,
                rows,
                EmptyState.of(texts.say("hall.none"), texts.say("hall.none.text")),
                "");
    }

    private static NoticeBanner say(Texts texts, HandoverRefusal refusal) {
        return NoticeBanner.warning(
                switch (refusal) {
                    case HandoverRefusal.NotYours not -> texts.say("hall.papers.not-yours");
                    case HandoverRefusal.ReceivedBefore(var by, var at) ->
                        texts.say("hall.papers.before", by, texts.moment(at));
                });
    }
}
