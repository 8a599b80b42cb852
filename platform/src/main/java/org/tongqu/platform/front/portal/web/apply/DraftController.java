package org.tongqu.platform.front.portal.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** One page of a draft: asked, saved, and asked again with what is wrong. */
@Controller
class DraftController {

    private static final String ASK = "front/portal/AskPage";
    private static final String ROWS = "front/portal/RowsPage";

    private final Intake intake;
    private final OwnDrafts drafts;
    private final DraftScreens screens;
    private final MaterialScreen materials;

    DraftController(Intake intake, OwnDrafts drafts, DraftScreens screens, MaterialScreen materials) {
        this.intake = intake;
        this.drafts = drafts;
        this.screens = screens;
        this.materials = materials;
    }

    /** @param fix present when the reader comes from the check to put something right */
    @GetMapping("/drafts/{id}/{page}")
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @PathVariable String page,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String fix) {
        var at = drafts.find(who, id);
        var asked = at.page(page).orElseThrow(Gone::notFound);
        var problems = fix == null ? List.<FieldProblem>of() : problems(at, asked);
        return draw(frame, who, at, asked, problems);
    }

    @PostMapping(value = "/drafts/{id}/{page}", consumes = "application/x-www-form-urlencoded")
    Object save(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @PathVariable String page,
            HttpServletRequest request) {
        var at = drafts.find(who, id);
        var asked = at.page(page).orElseThrow(Gone::notFound);
        var then = request.getParameter("then");
        if (asked.group().isPresent()) {
            return saveRows(frame, who, at, asked, request);
        }
        var posted = OwnDrafts.answers(request.getParameterMap());
        var ignored = Forms.fromPost(asked, at.draft().answers(), posted).ignored();
        return switch (intake.save(who, id, page, posted)) {
            case Outcome.Refused(var refused) -> throw Gone.notFound();
            case Outcome.Done(var saved) -> {
                var now = new DraftAt(saved.draft(), at.pack());
                var newlyAsked =
                        Asked.newly(asked, at.draft().answers(), saved.draft().answers());
                if ("back".equals(then)) {
                    yield Redirect.to(now.before(asked));
                }
                if ("leave".equals(then)) {
                    yield Redirect.to("/my?done=draft.saved");
                }
                var told = Asked.without(saved.problems(), newlyAsked);
                if (!ignored.isEmpty()) {
                    yield draw(tampered(frame, ignored), who, now, asked, told).with(HttpStatus.UNPROCESSABLE_CONTENT);
                }
                yield saved.problems().isEmpty()
                        ? Redirect.to(now.after(asked))
                        : draw(frame, who, now, asked, told).with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Object saveRows(PageFrame frame, Citizen who, DraftAt at, FormPage page, HttpServletRequest request) {
        var remove = request.getParameter("remove");
        var then = request.getParameter("then");
        if (remove != null) {
            intake.removeRow(who, at.draft().id(), page.id(), Asked.number(remove));
            return Redirect.to(at.address(page));
        }
        if ("back".equals(then)) {
            return Redirect.to(at.before(page));
        }
        if ("leave".equals(then)) {
            return Redirect.to("/my?done=draft.saved");
        }
        var problems = problems(at, page);
        return problems.isEmpty()
                ? Redirect.to(at.after(page))
                : draw(frame, who, at, page, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Html draw(PageFrame frame, Citizen who, DraftAt at, FormPage page, List<FieldProblem> problems) {
        if (page.group().isPresent()) {
            return Html.page(ROWS, screens.rows(frame, at, page, problems));
        }
        if (!page.materials().isEmpty()) {
            var readiness = intake.readiness(who, at.draft());
            return Html.page(ASK, materials.page(frame, at, page, readiness, Map.of()));
        }
        return Html.page(ASK, screens.questions(frame, at, page, problems));
    }

    static List<FieldProblem> problems(DraftAt at, FormPage page) {
        return Forms.check(at.pack().form(), at.pack().schema(), at.draft().answers(), page.id());
    }

    static PageFrame tampered(PageFrame frame, List<String> ignored) {
        var texts = frame.texts();
        var told = NoticeBanner.warning(texts.say("portal.draft.ignored"))
                .saying(texts.say("portal.draft.ignored.text", String.join(", ", ignored)));
        return frame.noticing(List.of(told));
    }
}
