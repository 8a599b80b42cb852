package org.tongqu.platform.front.portal.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** One row of several, e.g. one shareholder. */
@Controller
class RowController {

    private final Intake intake;
    private final OwnDrafts drafts;
    private final DraftScreens screens;

    RowController(Intake intake, OwnDrafts drafts, DraftScreens screens) {
        this.intake = intake;
        this.drafts = drafts;
        this.screens = screens;
    }

    @GetMapping("/drafts/{id}/{page}/{row}")
    Html ask(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @PathVariable String page,
            @PathVariable String row) {
        var at = drafts.find(who, id);
        var asked = group(at, page);
        int number = Asked.number(row);
        if (number > Forms.rows(asked, at.draft().answers()).size()) {
            throw Gone.notFound();
        }
        return Html.page("front/portal/AskPage", screens.row(frame, at, asked, number, List.of()));
    }

    @PostMapping("/drafts/{id}/{page}/{row}")
    Object save(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @PathVariable String page,
            @PathVariable String row,
            HttpServletRequest request) {
        var at = drafts.find(who, id);
        var asked = group(at, page);
        int number = Asked.number(row);
        var then = request.getParameter("then");
        if ("back".equals(then)) {
            return Redirect.to(at.address(asked));
        }
        var posted = OwnDrafts.answers(request.getParameterMap());
        var before = at(asked, at.draft(), number);
        var ignored =
                Forms.rowFromPost(asked, at.draft().answers(), before, posted).ignored();
        var outcome = intake.saveRow(who, id, page, number, posted);
        if (!(outcome instanceof Outcome.Done(var saved))) {
            throw Gone.notFound();
        }
        if ("leave".equals(then)) {
            return Redirect.to("/my?done=draft.saved");
        }
        var now = new DraftAt(saved.draft(), at.pack());
        var answers = saved.draft().answers();
        var wrong = Forms.checkRow(at.pack().form(), at.pack().schema(), answers, asked, number);
        if (wrong.isEmpty() && ignored.isEmpty()) {
            return Redirect.to(now.address(asked));
        }
        var told = Asked.without(wrong, Asked.newly(asked, answers, before, at(asked, saved.draft(), number)));
        var shown = ignored.isEmpty() ? frame : DraftController.tampered(frame, ignored);
        return Html.page("front/portal/AskPage", screens.row(shown, now, asked, number, told))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static FormPage group(DraftAt at, String page) {
        return at.page(page).filter(found -> found.group().isPresent()).orElseThrow(Gone::notFound);
    }

    private static Datum.Fields at(FormPage page, Draft draft, int number) {
        var rows = Forms.rows(page, draft.answers());
        return number < rows.size() ? rows.get(number) : (Datum.Fields) Datum.empty();
    }
}
