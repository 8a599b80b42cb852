package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderRefusal;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where a supervisor writes an order about a finding or a lamp. */
@Controller
class OrderIssuingController {

    private static final String ADDRESS = "/desk/supervision/orders/new";
    private static final int WORDS = 1000;

    private final Orders orders;
    private final Findings findings;
    private final Supervision supervision;
    private final Directory directory;

    OrderIssuingController(Orders orders, Findings findings, Supervision supervision, Directory directory) {
        this.orders = orders;
        this.findings = findings;
        this.supervision = supervision;
        this.directory = directory;
    }

    /** What the order is about and what was written. */
    record Form(
            @Nullable String finding,
            @Nullable String caseId,
            @Nullable String clock,
            @Nullable String words,
            @Nullable String days) {

        Orders.Thing thing() {
            return finding != null && !finding.isBlank()
                    ? new Orders.Thing.Finding(finding)
                    : new Orders.Thing.Watched(caseId == null ? "" : caseId, clock == null ? "" : clock);
        }

        int working() {
            return days != null && days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
        }
    }

    /** What is shown of the thing: the words of the evidence page, and where that is. */
    private record Shown(String words, String href) {}

    @GetMapping(ADDRESS)
    Html ask(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, Form form) {
        if (!officer.has(Orders.SUPERVISOR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return page(frame, officer, form);
    }

    @PostMapping(ADDRESS)
    Object issue(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, Form form) {
        var words = form.words() == null ? "" : form.words();
        return switch (orders.issue(officer, new Orders.Issue(form.thing(), words, form.working()))) {
            case Outcome.Done<Order, OrderRefusal>(var order) -> "redirect:/desk/supervision/orders/" + order.id();
            case Outcome.Refused<Order, OrderRefusal>(var why) -> {
                var banner = NoticeBanner.error(new OrderWords(frame.texts(), directory).refusal(why));
                yield page(frame.noticing(List.of(banner)), officer, form)
                        .with(
                                why instanceof OrderRefusal.NotASupervisor
                                        ? HttpStatus.FORBIDDEN
                                        : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, Form form) {
        var texts = frame.texts();
        var shown = shown(texts, officer, form.thing())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var heading = texts.say("supervision.order.new");
        return Html.page(
                "front/desk/OrderFormPage",
                new OrderFormPage(
                        frame.titled(heading)
                                .at(
                                        "orders",
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("supervision.orders"), "/desk/supervision/orders"),
                                                new Crumb(heading, ""))),
                        heading,
                        shown.words(),
                        form(frame, form),
                        ButtonLink.quiet(texts.say("supervision.order.to-evidence"), shown.href())));
    }

    private static FormPage form(PageFrame frame, Form form) {
        var texts = frame.texts();
        var send = FormPage.Send.to(ADDRESS, frame.csrf());
        if (form.finding() != null) {
            send = send.along("finding", form.finding());
        }
        if (form.caseId() != null && form.clock() != null) {
            send = send.along("caseId", form.caseId()).along("clock", form.clock());
        }
        var question = Question.of(texts, "words", texts.say("supervision.order.demand.ask"))
                .hint(texts.say("supervision.order.demand.hint"));
        return FormPage.of(
                texts,
                "",
                send,
                List.of(
                        new TextArea(question, form.words() == null ? "" : form.words(), 5, WORDS),
                        OrderTelling.days(texts, form.days() == null ? "3" : form.days())),
                Button.main(texts.say("supervision.order.send")));
    }

    private Optional<Shown> shown(Texts texts, SignedIn.Officer officer, Orders.Thing thing) {
        return switch (thing) {
            case Orders.Thing.Finding(var id) ->
                findings.evidence(officer, id)
                        .map(found -> new Shown(
                                texts.say(
                                        "desk.evidence.heading",
                                        Said.in(texts, found.row().label()),
                                        found.row().matter().title()),
                                "/desk/supervision/findings/" + id));
            case Orders.Thing.Watched(var caseId, var clock) ->
                supervision
                        .evidence(officer, caseId, clock)
                        .map(found -> new Shown(
                                texts.say(
                                        "desk.evidence.heading",
                                        Said.in(texts, found.row().label()),
                                        found.row().title()),
                                "/desk/supervision/clocks/" + caseId + "/" + clock));
        };
    }
}
