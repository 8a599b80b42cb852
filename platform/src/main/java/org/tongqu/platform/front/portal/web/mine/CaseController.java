package org.tongqu.platform.front.portal.web.mine;

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
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.front.portal.web.Told;
import org.tongqu.platform.front.portal.web.apply.AskPage;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** One matter of one's own: its story, its receipt, its correction, its withdrawal. */
@Controller
class CaseController {

    private final Casework casework;
    private final Intake intake;
    private final CaseScreen screen;
    private final Mending mending;
    private final ReceiptScreen receipts;

    CaseController(Casework casework, Intake intake, CaseScreen screen, Mending mending, ReceiptScreen receipts) {
        this.casework = casework;
        this.intake = intake;
        this.screen = screen;
        this.mending = mending;
        this.receipts = receipts;
    }

    @GetMapping("/my/cases/{receipt}")
    Html story(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String done) {
        var view = find(who, receipt);
        var story = casework.findStory(who, view.head().caseId()).orElseThrow(Gone::notFound);
        return Html.page(
                "front/portal/CasePage",
                screen.page(Told.after(frame, done), who, story, mending.find(frame.texts(), who, story)));
    }

    @GetMapping("/my/cases/{receipt}/receipt")
    Html receipt(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String receipt) {
        return Html.page("front/portal/ReceiptPage", receipts.page(frame, find(who, receipt)));
    }

    /** The draft in which the correction is made; without one there is nothing to correct now. */
    @GetMapping("/my/cases/{receipt}/correct")
    Object correct(@AuthenticationPrincipal Citizen who, @PathVariable String receipt) {
        var view = find(who, receipt);
        return intake.findCorrection(who, view.head().receipt())
                .map(draft -> Redirect.to("/drafts/" + draft.id() + "/check"))
                .orElseGet(() -> Redirect.to("/my/cases/" + view.head().receipt()));
    }

    @GetMapping("/my/cases/{receipt}/withdraw")
    Html sure(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String receipt) {
        return Html.page("front/portal/AskPage", sure(frame, find(who, receipt), "", ""));
    }

    @PostMapping("/my/cases/{receipt}/withdraw")
    Object withdraw(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String keep) {
        var view = find(who, receipt);
        var address = "/my/cases/" + view.head().receipt();
        if (!keep.isEmpty()) {
            return Redirect.to(address);
        }
        if (why.isBlank()) {
            var missing = frame.texts().say("portal.withdraw.why.missing");
            return Html.page("front/portal/AskPage", sure(frame, view, why, missing))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = casework.act(who, view.head().caseId(), new CaseCommand.Withdraw(why.strip()));
        return outcome instanceof Outcome.Done ? Redirect.to(address + "?done=withdraw.done") : Redirect.to(address);
    }

    private CaseView find(Citizen who, String receipt) {
        return ReceiptNumber.parse(receipt)
                .flatMap(number -> casework.findCase(who, number))
                .orElseThrow(Gone::notFound);
    }

    private static AskPage sure(PageFrame frame, CaseView view, String why, String wrong) {
        var texts = frame.texts();
        var title = texts.say("portal.withdraw.title");
        var address = "/my/cases/" + view.head().receipt();
        var reason = Question.of(texts, "why", texts.say("portal.withdraw.why"))
                .hint(texts.say("portal.withdraw.why.hint"))
                .wrong(wrong);
        var form = FormPage.of(
                        texts,
                        title,
                        FormPage.Send.to(address + "/withdraw", frame.csrf()),
                        List.<Field>of(new TextArea(reason, why, 3, 500)),
                        Button.grave(texts.say("portal.withdraw.yes")))
                .lead(texts.say("portal.withdraw.text"))
                .also(Button.plain(texts.say("portal.withdraw.no")).sending("keep", "yes"));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.my"), "/my"),
                new Crumb(Said.in(texts, view.item()), address),
                new Crumb(texts.say("portal.case.withdraw"), ""));
        return new AskPage(frame.titled(title).at("my", crumbs), Optional.empty(), form, List.of());
    }
}
