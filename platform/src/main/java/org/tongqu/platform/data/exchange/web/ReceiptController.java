package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.ExchangeBoard;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.ReceiptVerdict;
import org.tongqu.platform.data.exchange.Receipts;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Receipts of runs: looked at, taken away, and checked when they come back. */
@Controller
class ReceiptController {

    private static final String ONE = Words.CENTRE + "/{id}/runs/{run}";
    private static final int LONGEST = 20_000;

    private final ExchangeBoard board;
    private final Flows flows;
    private final Receipts receipts;
    private final ReceiptTelling telling;
    private final Clock clock;

    ReceiptController(ExchangeBoard board, Flows flows, Receipts receipts, ReceiptTelling telling, Clock clock) {
        this.board = board;
        this.flows = flows;
        this.receipts = receipts;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Html receipt(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable long run) {
        var texts = frame.texts();
        var flow = flow(officer, id);
        var verdict = receipts.find(flow, run).orElseThrow(Words::notFound);
        var heading = texts.say("exchange.receipt.heading", run);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("exchange.heading"), Words.CENTRE),
                new Crumb(Words.title(texts, flows, id), Words.address(id)),
                new Crumb(heading, ""));
        var ways = List.of(
                ButtonLink.plain(
                        texts.say("exchange.receipt.export"), Words.address(id) + "/runs/" + run + "/receipt.json"),
                ButtonLink.quiet(texts.say("exchange.receipt.check"), ReceiptTelling.CHECK));
        return Html.page(
                "data/exchange/ReceiptPage",
                telling.page(frame.titled(heading).at("exchange", crumbs), heading, verdict, ways));
    }

    @GetMapping(ONE + "/receipt.json")
    ResponseEntity<String> export(
            @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id, @PathVariable long run) {
        var receipt = receipts.find(flow(officer, id), run)
                .map(ReceiptVerdict::receipt)
                .orElseThrow(Words::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + run + ".json")
                                .build()
                                .toString())
                .body(receipt.export().canonical());
    }

    @GetMapping(ReceiptTelling.CHECK)
    Html ask(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        concerned(officer);
        return form(frame, "");
    }

    @PostMapping(ReceiptTelling.CHECK)
    Html check(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String receipt) {
        concerned(officer);
        var texts = frame.texts();
        return Optional.of(receipt)
                .filter(text -> text.length() <= LONGEST)
                .flatMap(receipts::check)
                .map(verdict -> {
                    var heading = texts.say("exchange.receipt.checked");
                    return Html.page(
                            "data/exchange/ReceiptPage",
                            telling.page(
                                    titled(frame, heading),
                                    heading,
                                    verdict,
                                    List.of(ButtonLink.quiet(
                                            texts.say("exchange.receipt.check"), ReceiptTelling.CHECK))));
                })
                .orElseGet(() -> form(
                                frame.noticing(List.of(NoticeBanner.error(texts.say("exchange.receipt.none")))),
                                receipt)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Html form(PageFrame frame, String typed) {
        var texts = frame.texts();
        var heading = texts.say("exchange.receipt.check");
        var question = Question.of(texts, "receipt", texts.say("exchange.receipt.text"))
                .hint(texts.say("exchange.receipt.text.hint"));
        return Html.page(
                "data/exchange/ReceiptCheckPage",
                new ReceiptCheckPage(
                        titled(frame, heading),
                        heading,
                        FormPage.of(
                                texts,
                                "",
                                FormPage.Send.to(ReceiptTelling.CHECK, frame.csrf()),
                                List.of(new TextArea(question, typed, 10, LONGEST)),
                                Button.main(heading))));
    }

    private static PageFrame titled(PageFrame frame, String heading) {
        var crumbs =
                Breadcrumbs.of(new Crumb(frame.texts().say("exchange.heading"), Words.CENTRE), new Crumb(heading, ""));
        return frame.titled(heading).at("exchange", crumbs);
    }

    private FlowStanding flow(SignedIn.Officer officer, String id) {
        return board.find(officer, id, LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))
                .orElseThrow(Words::notFound);
    }

    private static void concerned(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
    }
}
