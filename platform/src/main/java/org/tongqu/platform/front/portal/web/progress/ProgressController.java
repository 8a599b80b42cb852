package org.tongqu.platform.front.portal.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.front.portal.web.QueryCodes;
import org.tongqu.platform.front.portal.web.mine.StoryLines;
import org.tongqu.platform.front.portal.web.mine.StoryLines.Detail;
import org.tongqu.platform.front.portal.web.progress.ReceiptHolders.Shown;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/**
 * How far a matter is, for whoever holds its receipt. Asked by POST, so that number and code stand in no address and no
 * log; who guesses is stopped after a few tries.
 */
@Controller
class ProgressController {

    private final ReceiptHolders holders;
    private final Casework casework;
    private final StoryLines lines;
    private final QueryCodes codes;

    ProgressController(ReceiptHolders holders, Casework casework, StoryLines lines, QueryCodes codes) {
        this.holders = holders;
        this.casework = casework;
        this.lines = lines;
        this.codes = codes;
    }

    @GetMapping("/progress")
    Html ask(PageFrame frame) {
        return Html.page("front/portal/ProgressPage", page(frame, Optional.empty(), "", new Wrong("", "")));
    }

    @PostMapping("/progress")
    Html show(
            PageFrame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String code) {
        var texts = frame.texts();
        if (receipt.isBlank() || code.isBlank()) {
            var wrong = new Wrong(
                    receipt.isBlank() ? texts.say("portal.progress.missing.receipt") : "",
                    code.isBlank() ? texts.say("portal.progress.missing.code") : "");
            return again(frame, receipt, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (holders.show(receipt, code, request.getRemoteAddr())) {
            case Shown.TooOften often -> told(frame, receipt, "portal.progress.often", HttpStatus.TOO_MANY_REQUESTS);
            case Shown.Unknown unknown -> told(frame, receipt, "portal.progress.unknown", HttpStatus.NOT_FOUND);
            case Shown.Fits(var applicant, var first, var rounds) -> {
                var story = casework.findStory(applicant, first.caseId());
                yield Html.page("front/portal/ProgressPage", page(frame, story, receipt, new Wrong("", "")));
            }
        };
    }

    /** What to put right in the two fields; empty where nothing is wrong. */
    private record Wrong(String receipt, String code) {}

    private Html told(PageFrame frame, String receipt, String key, HttpStatus status) {
        var texts = frame.texts();
        var notice = NoticeBanner.error(texts.say(key)).saying(texts.say(key + ".text"));
        return again(frame.noticing(List.of(notice)), receipt, new Wrong("", ""), status);
    }

    private Html again(PageFrame frame, String receipt, Wrong wrong, HttpStatus status) {
        return Html.page("front/portal/ProgressPage", page(frame, Optional.empty(), receipt, wrong))
                .with(status);
    }

    private ProgressPage page(PageFrame frame, Optional<CaseStory> story, String receipt, Wrong wrong) {
        var texts = frame.texts();
        var title = texts.say("portal.progress.title");
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("portal.place.progress"), ""));
        var found = story.map(told -> new ProgressPage.Found(
                Said.in(texts, told.view().item()),
                texts.say("portal.case.receipt", told.view().head().receipt().value()),
                lines.state(texts, told.view()),
                lines.tell(texts, told, Detail.STEPS_ONLY),
                rate(frame, told)));
        var number = Question.of(texts, "receipt", texts.say("portal.progress.receipt"))
                .hint(texts.say("portal.progress.receipt.hint"))
                .wrong(wrong.receipt());
        var code = Question.of(texts, "code", texts.say("portal.progress.code"))
                .hint(texts.say("portal.progress.code.hint"))
                .wrong(wrong.code());
        var ask = FormPage.of(
                        texts,
                        title,
                        FormPage.Send.to("/progress", frame.csrf()),
                        List.<Field>of(
                                TextField.of(number, receipt)
                                        .kind(TextField.Kind.CREDIT_CODE)
                                        .upTo(40),
                                TextField.of(code, "")
                                        .kind(TextField.Kind.SHORT)
                                        .upTo(20)),
                        Button.main(texts.say("portal.progress.go")))
                .lead(texts.say("portal.progress.lead"));
        return new ProgressPage(frame.titled(title).at("progress", crumbs), found, ask);
    }

    /** Whoever holds the code may also say how they were served. */
    private FormPage rate(PageFrame frame, CaseStory story) {
        var texts = frame.texts();
        var receipt = story.view().head().receipt();
        var send = FormPage.Send.to("/rate", frame.csrf())
                .along("receipt", receipt.value())
                .along("code", codes.of(receipt));
        return FormPage.of(texts, "", send, List.of(), Button.plain(texts.say("portal.rate.open")));
    }
}
