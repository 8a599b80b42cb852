package org.tongqu.platform.front.portal.web.mine;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.front.portal.web.Told;
import org.tongqu.platform.front.portal.web.mine.Mending.ToMend;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Turn;
import org.tongqu.platform.matter.intake.DraftSummary;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Everything one person has asked for, what waits for them first. */
@Controller
class MyController {

    private final Casework casework;
    private final Intake intake;
    private final Licences licences;
    private final NoticeBox notices;
    private final StoryLines lines;
    private final Mending mending;

    MyController(
            Casework casework, Intake intake, Licences licences, NoticeBox notices, StoryLines lines, Mending mending) {
        this.casework = casework;
        this.intake = intake;
        this.licences = licences;
        this.notices = notices;
        this.lines = lines;
        this.mending = mending;
    }

    @GetMapping("/my")
    Html my(PageFrame frame, @AuthenticationPrincipal Citizen who, @RequestParam(defaultValue = "") String done) {
        var texts = frame.texts();
        var cases = casework.casesOf(who);
        var attention = cases.stream()
                .filter(view -> view.standing().turn() == Turn.APPLICANT)
                .map(view ->
                        call(texts, view, mending.find(texts, who, view.head().caseId())))
                .toList();
        var drafts = intake.drafts(who).stream()
                .filter(draft -> draft.receipt().isEmpty())
                .map(draft -> draft(texts, draft))
                .toList();
        var titled =
                Told.after(frame, done).titled(texts.say("portal.my.title")).at("my", Breadcrumbs.none());
        return Html.page(
                "front/portal/MyPage",
                new MyPage(
                        titled,
                        messages(texts, notices.unread(who)),
                        ButtonLink.quiet(texts.say("portal.my.data"), "/my/data"),
                        attention,
                        drafts,
                        cases(texts, cases),
                        licences(texts, licences.licencesOf(who))));
    }

    private static ButtonLink messages(Texts texts, long unread) {
        var words = texts.say("portal.my.messages");
        return unread == 0
                ? ButtonLink.quiet(words, "/my/notices")
                : ButtonLink.plain(texts.say("portal.my.messages.unread", texts.number(unread)), "/my/notices");
    }

    private static MyPage.Call call(Texts texts, CaseView view, Optional<ToMend> asked) {
        return new MyPage.Call(
                Said.in(texts, view.item())
                        + texts.say("portal.check.colon")
                        + view.head().title(),
                asked.map(ToMend::until)
                        .filter(until -> !until.isEmpty())
                        .orElseGet(() -> texts.say("portal.case.now.you")),
                asked,
                texts.say("portal.case.correct.now"),
                "/my/cases/" + view.head().receipt() + "/correct");
    }

    private static MyPage.Draft draft(Texts texts, DraftSummary draft) {
        return new MyPage.Draft(
                Said.in(texts, draft.title()),
                texts.say("portal.my.draft.saved", texts.moment(draft.savedAt())),
                "/drafts/" + draft.id(),
                "/drafts/" + draft.id() + "/delete");
    }

    private DataTable cases(Texts texts, List<CaseView> cases) {
        var columns = List.of(
                Column.of(texts.say("portal.my.case")),
                Column.of(texts.say("portal.my.receipt")),
                Column.of(texts.say("portal.my.state")),
                Column.of(texts.say("portal.my.clock")),
                Column.of(texts.say("portal.my.until")));
        var rows = cases.stream().map(view -> row(texts, view)).toList();
        var empty = EmptyState.of(texts.say("portal.my.cases.empty"), texts.say("portal.my.cases.empty.text"))
                .offering(ButtonLink.main(texts.say("portal.my.find"), "/services"));
        return new DataTable(texts, texts.say("portal.my.title"), columns, rows, empty, "");
    }

    private Row row(Texts texts, CaseView view) {
        var address = "/my/cases/" + view.head().receipt();
        return Row.opening(
                address,
                new Cell.Opens(view.head().title(), address),
                new Cell.TwoLines(view.head().receipt().value(), Said.in(texts, view.item())),
                new Cell.Words(lines.state(texts, view)),
                lines.lamp(texts, view).<Cell>map(Cell.Lit::new).orElseGet(() -> new Cell.Words("")),
                new Cell.Words(lines.until(texts, view)));
    }

    private static DataTable licences(Texts texts, List<Licence> held) {
        var columns = List.of(
                Column.of(texts.say("portal.my.licence")),
                Column.of(texts.say("portal.my.number")),
                Column.of(texts.say("portal.my.issued")));
        var rows = held.stream()
                .map(licence -> {
                    var address = "/my/licences/" + licence.identifier();
                    return Row.opening(
                            address,
                            new Cell.Opens(Said.in(texts, licence.kind().title()), address),
                            new Cell.TwoLines(licence.number(), licence.holder().name()),
                            new Cell.Words(texts.day(
                                    licence.issuedAt().atZone(Texts.ZONE).toLocalDate())));
                })
                .toList();
        var empty = EmptyState.of(texts.say("portal.my.licences.empty"), texts.say("portal.my.licences.empty.text"));
        return new DataTable(texts, texts.say("portal.my.licences"), columns, rows, empty, "");
    }
}
