package org.tongqu.platform.front.portal.web.mine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.engines.forms.Forms;
import org.tongqu.platform.front.answers.Answers;
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.front.portal.web.QueryCodes;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Turn;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.matter.notices.GivenNotice;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Draws one matter for the person who asked for it. */
@Component
class CaseScreen {

    private final StoryLines lines;
    private final ServiceCatalogue catalogue;
    private final Decisions decisions;
    private final Licences licences;
    private final Intake intake;
    private final NoticeBox notices;
    private final Addresses addresses;
    private final QueryCodes codes;
    private final Clock clock;

    CaseScreen(
            StoryLines lines,
            ServiceCatalogue catalogue,
            Decided decided,
            Addresses addresses,
            QueryCodes codes,
            Clock clock) {
        this.lines = lines;
        this.catalogue = catalogue;
        this.decisions = decided.decisions();
        this.licences = decided.licences();
        this.intake = decided.intake();
        this.notices = decided.notices();
        this.addresses = addresses;
        this.codes = codes;
        this.clock = clock;
    }

    CasePage page(PageFrame frame, Citizen who, CaseStory story, Optional<Mending.ToMend> toMend) {
        var texts = frame.texts();
        var view = story.view();
        var title = Said.in(texts, view.item());
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.my"), "/my"), new Crumb(title, ""));
        return new CasePage(
                frame.titled(title).at("my", crumbs),
                heading(texts, story, title, toMend),
                lines.tell(texts, story, StoryLines.Detail.WITH_WORDS),
                told(texts, notices.ofCase(who, view.head().caseId())),
                actions(texts, view),
                lines.joint(texts, story),
                outcome(frame, view),
                sent(texts, story));
    }

    private CasePage.Heading heading(Texts texts, CaseStory story, String title, Optional<Mending.ToMend> toMend) {
        var view = story.view();
        var named = view.head().title().equals(view.item().zh())
                ? title
                : title + texts.say("portal.check.colon") + view.head().title();
        var clocks = story.clocks().stream()
                .map(running -> new CasePage.Clock(
                        Said.in(texts, running.rule().label()),
                        texts.say("portal.case.clock.due", Lamps.lastDay(texts, running.dueAt())),
                        Lamps.of(texts, running, clock.instant())))
                .toList();
        var receipt = texts.say("portal.case.receipt", view.head().receipt().value());
        return new CasePage.Heading(named, receipt, lines.state(texts, view), clocks, toMend);
    }

    private static Timeline told(Texts texts, List<GivenNotice> notices) {
        return new Timeline(
                texts,
                notices.stream()
                        .map(notice -> Timeline.Step.done(
                                        Said.in(texts, notice.words().title()), "", texts.moment(notice.toldAt()))
                                .saying(Said.in(texts, notice.words().text())))
                        .toList());
    }

    private static List<ButtonLink> actions(Texts texts, CaseView view) {
        var address = "/my/cases/" + view.head().receipt();
        var actions = new ArrayList<ButtonLink>();
        if (view.standing().turn() == Turn.APPLICANT) {
            actions.add(ButtonLink.main(texts.say("portal.case.correct.now"), address + "/correct"));
        }
        actions.add(ButtonLink.plain(texts.say("portal.receipt.open"), address + "/receipt"));
        actions.add(ButtonLink.plain(texts.say("portal.rate.open"), address + "/rate"));
        if (!view.standing().isEnded()) {
            actions.add(ButtonLink.quiet(texts.say("portal.case.withdraw"), address + "/withdraw"));
        }
        return actions;
    }

    private CasePage.Outcome outcome(PageFrame frame, CaseView view) {
        var texts = frame.texts();
        var made = decisions.decisions(view.head().caseId());
        var licence = licences.licencesOf(view.head().caseId()).stream()
                .findFirst()
                .map(issued ->
                        ButtonLink.main(texts.say("portal.case.licence.open"), "/my/licences/" + issued.identifier()));
        var last = made.isEmpty() ? Optional.<Decision>empty() : Optional.of(made.getLast());
        var help = List.of(
                Fact.of(
                                texts.say("portal.home.contact.hotline"),
                                frame.where().site().hotline())
                        .noting(texts.say(
                                "portal.case.complain.text",
                                frame.where().site().hotline())),
                Fact.of(texts.say("portal.case.code"), codes.of(view.head().receipt()))
                        .noting(texts.say("portal.receipt.code.note")),
                version(texts, view));
        return new CasePage.Outcome(
                last.map(decision -> facts(texts, view, decision)),
                last.isPresent() ? texts.say("portal.case.remedy") : "",
                licence,
                new KeyFacts(help));
    }

    /** A matter goes on under the edition of the item it was opened with. */
    private Fact version(Texts texts, CaseView view) {
        var opened = view.head().pack();
        var now = catalogue.findPack(opened.id());
        var same = now.filter(pack -> pack.contentHash().equals(opened.contentHash()))
                .isPresent();
        return Fact.of(texts.say("portal.case.version"), texts.say("portal.case.version.of", opened.version()))
                .noting(texts.say(same ? "portal.case.version.same" : "portal.case.version.older"));
    }

    private KeyFacts facts(Texts texts, CaseView view, Decision decision) {
        var pack = catalogue.packByHash(view.head().pack().contentHash());
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                texts.say("portal.case.decision.outcome"),
                pack.texts()
                        .find("outcome." + decision.outcome())
                        .map(label -> Said.in(texts, label))
                        .orElse(decision.outcome())));
        facts.add(Fact.of(texts.say("portal.case.decision.number"), decision.number()));
        if (!decision.grounds().reason().isBlank()) {
            facts.add(Fact.of(
                    texts.say("portal.case.decision.reason"), decision.grounds().reason()));
        }
        facts.add(Fact.of(
                texts.say("portal.case.decision.basis"), decision.grounds().basis()));
        facts.add(Fact.of(texts.say("portal.case.decision.by"), lines.office(texts, view)));
        facts.add(Fact.of(texts.say("portal.case.decision.at"), texts.moment(decision.at())));
        return new KeyFacts(facts);
    }

    private CheckAnswers sent(Texts texts, CaseStory story) {
        var head = story.view().head();
        var form = catalogue.packByHash(head.pack().contentHash()).form();
        var rounds = intake.submissions(head.receipt());
        var last = rounds.getLast();
        var answers = new Answers(
                texts,
                last.answers(),
                last.filled().provenance(),
                addresses::name,
                id -> last.materials().stream()
                        .filter(file -> file.materialId().equals(id))
                        .map(file -> file.scannedBy().isEmpty()
                                ? file.fileName()
                                : texts.say("portal.materials.scanned", file.fileName()))
                        .toList(),
                Answers.Change.NONE);
        return answers.of(Forms.visiblePages(form, last.answers()));
    }
}
