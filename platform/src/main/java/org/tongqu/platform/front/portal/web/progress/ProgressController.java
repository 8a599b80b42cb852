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
import org.tongqu.platform.front.portal.web.Said;
import org.tongqu.platform.front.portal.web.mine.StoryLines;
import org.tongqu.platform.front.portal.web.mine.StoryLines.Detail;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/**
 * How far a matter is, for whoever holds its receipt. Asked by POST, so that number and code stand in no address and no
 * log; who guesses is stopped after a few tries.
 */
@Controller
class ProgressController {

    private final Intake intake;
    private final Casework casework;
    private final StoryLines lines;
    private final QueryCodes codes;
    private final WrongTries tries;

    ProgressController(Intake intake, Casework casework, StoryLines lines, QueryCodes codes, WrongTries tries) {
        this.intake = intake;
        this.casework = casework;
        this.lines = lines;
        this.codes = codes;
        this.tries = tries;
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
        if (!tries.mayTry(request.getRemoteAddr())) {
            return told(frame, receipt, "portal.progress.often", HttpStatus.TOO_MANY_REQUESTS);
        }
        var story = ReceiptNumber.parse(receipt)
                .filter(number -> codes.fits(number, code))
                .flatMap(this::story);
        if (story.isEmpty()) {
            tries.wrong(request.getRemoteAddr());
            return told(frame, receipt, "portal.progress.unknown", HttpStatus.NOT_FOUND);
        }
        return Html.page("front/portal/ProgressPage", page(frame, story, receipt, new Wrong("", "")));
    }

    /** The code proves that the applicant gave it away, so the story is the one the applicant sees, without words. */
    private Optional<CaseStory> story(ReceiptNumber receipt) {
        return intake.submissions(receipt).stream().findFirst().flatMap(first -> {
            var applicant =
                    new Citizen(first.applicant().account(), first.applicant().name());
            return casework.findStory(applicant, first.caseId());
        });
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
                lines.tell(texts, told, Detail.STEPS_ONLY)));
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
}
