package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.front.portal.web.mine.Mending;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.SubmitRefusal;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** The last look at a draft, and the act of handing it in or throwing it away. */
@Controller
class CheckController {

    private static final String TEMPLATE = "front/portal/CheckPage";

    private final Intake intake;
    private final OwnDrafts drafts;
    private final CheckScreen screen;
    private final Mending mending;

    CheckController(Intake intake, OwnDrafts drafts, CheckScreen screen, Mending mending) {
        this.intake = intake;
        this.drafts = drafts;
        this.screen = screen;
        this.mending = mending;
    }

    @GetMapping("/drafts/{id}/check")
    Html check(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id) {
        return draw(frame, who, drafts.find(who, id), "");
    }

    /** Where a reader lands who signed in again just as they sent it. */
    @GetMapping("/drafts/{id}/submit")
    Object notYet(@AuthenticationPrincipal Citizen who, @PathVariable String id) {
        return Redirect.to(drafts.find(who, id).checkAddress());
    }

    /** Pressing the button twice, or again after going back, leads to the same receipt. */
    @PostMapping("/drafts/{id}/submit")
    Object submit(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String declared) {
        if (!declared.equals("yes")) {
            var missing = frame.texts().say("portal.check.declare.missing");
            return draw(frame, who, drafts.find(who, id), missing).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (intake.submit(who, id, token)) {
            case Outcome.Done(var submission) -> {
                var address = "/my/cases/" + submission.receipt();
                yield Redirect.to(submission.round() == 1 ? address + "/receipt" : address + "?done=correct.done");
            }
            case Outcome.Refused(SubmitRefusal.NoSuchDraft gone) -> throw Gone.gone();
            case Outcome.Refused(SubmitRefusal.NotComplete incomplete) ->
                draw(frame, who, drafts.find(who, id), "").with(HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused(SubmitRefusal.NobodyHandles nobody) -> refused(frame, who, id, "portal.submit.nobody");
            case Outcome.Refused(SubmitRefusal.NotTakenOver later) -> refused(frame, who, id, "portal.submit.later");
        };
    }

    @GetMapping("/drafts/{id}/delete")
    Html sure(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id) {
        var at = drafts.find(who, id);
        var texts = frame.texts();
        var title = texts.say("portal.draft.delete.title");
        var form = FormPage.of(
                        texts,
                        title,
                        FormPage.Send.to(at.address() + "/delete", frame.csrf()),
                        List.of(),
                        Button.grave(texts.say("portal.draft.delete.yes")))
                .lead(texts.say("portal.draft.delete.text"))
                .also(Button.plain(texts.say("portal.draft.delete.no")).sending("keep", "yes"));
        return Html.page(
                "front/portal/AskPage",
                new AskPage(DraftScreens.titled(frame, at, title), Optional.empty(), form, List.of()));
    }

    @PostMapping("/drafts/{id}/delete")
    Object delete(
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String keep) {
        if (!keep.isEmpty()) {
            return Redirect.to("/drafts/" + drafts.find(who, id).draft().id());
        }
        if (!intake.discard(who, id)) {
            throw Gone.gone();
        }
        return Redirect.to("/my?done=draft.deleted");
    }

    private Html refused(PageFrame frame, Citizen who, String id, String key) {
        var texts = frame.texts();
        var told = NoticeBanner.error(texts.say(key))
                .saying(texts.say(key + ".text", frame.where().site().hotline()));
        return draw(frame.noticing(List.of(told)), who, drafts.find(who, id), "")
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Html draw(PageFrame frame, Citizen who, DraftAt at, String undeclared) {
        var until = at.draft()
                .correction()
                .map(notice -> mending.until(frame.texts(), who, notice))
                .orElse("");
        return Html.page(TEMPLATE, screen.page(frame, at, intake.readiness(who, at.draft()), undeclared, until));
    }
}
