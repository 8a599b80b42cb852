package org.tongqu.platform.front.desk.web.matter;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.front.answers.ProcessPicture;
import org.tongqu.platform.front.joint.Joint;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Turn;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Submitted;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Puts one case on a page, with what the officer may do to it. */
@Component
public class CasePanes {

    private final Casework casework;
    private final Intake intake;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Decisions decisions;
    private final NoticeBox notices;
    private final Clock clock;

    CasePanes(
            Casework casework,
            Intake intake,
            ServiceCatalogue catalogue,
            Directory directory,
            CaseResults results,
            Clock clock) {
        this.casework = casework;
        this.intake = intake;
        this.catalogue = catalogue;
        this.directory = directory;
        this.decisions = results.decisions();
        this.notices = results.notices();
        this.clock = clock;
    }

    /** The case beside the list; {@code close} is the list without it. */
    public Optional<CasePane> find(PageFrame frame, SignedIn.Officer officer, String caseId, String close) {
        return find(frame, officer, new Wanted(caseId, close, Attempt.NONE));
    }

    Optional<CasePane> find(PageFrame frame, SignedIn.Officer officer, String caseId, Attempt attempt) {
        return find(frame, officer, new Wanted(caseId, "", attempt));
    }

    private record Wanted(String caseId, String close, Attempt attempt) {}

    private Optional<CasePane> find(PageFrame frame, SignedIn.Officer officer, Wanted wanted) {
        return casework.findStory(officer, wanted.caseId()).map(story -> pane(frame, story, wanted));
    }

    private CasePane pane(PageFrame frame, CaseStory story, Wanted wanted) {
        var texts = frame.texts();
        var head = story.view().head();
        var pack = catalogue.packByHash(head.pack().contentHash());
        var rounds = intake.submissions(head.receipt());
        var telling = new CaseTelling(texts, story, pack, directory, clock.instant());
        var forms = new CaseForms(frame, story, pack, wanted.attempt().opinion());
        return new CasePane(
                texts,
                telling.heading(wanted.close(), edition(texts, head.pack())),
                new CasePane.Acts(
                        wanted.attempt().notice().or(() -> standing(frame, story)),
                        forms.quick(),
                        forms.decision(),
                        forms.transfer(casework::candidates),
                        forms.law(),
                        forms.more()),
                telling.papers(rounds, decisions.decisions(head.caseId()), notices.toldOf(head.caseId())),
                Joint.of(texts, story, directory, clock.instant()),
                telling.timeline(),
                new ProcessPicture(
                                texts,
                                story.picture().drawing(),
                                story.picture().current(),
                                story.picture().passed())
                        .titled(texts.say("desk.case.process.title", Said.in(texts, pack.title()))));
    }

    /** Under which edition of the item it goes on, and whether that is the one published now. */
    private String edition(Texts texts, Submitted.PackRef opened) {
        return catalogue
                .findPack(opened.id())
                .filter(pack -> !pack.contentHash().equals(opened.contentHash()))
                .map(now -> texts.say("desk.case.edition.older", opened.version(), now.version()))
                .orElseGet(() -> texts.say("desk.case.edition", opened.version()));
    }

    /** Why there is no opinion to give: whose turn it is, or that this officer only looks. */
    private Optional<NoticeBanner> standing(PageFrame frame, CaseStory story) {
        var texts = frame.texts();
        if (story.view().standing().isEnded()
                || story.tasks().stream().anyMatch(task -> task.can(CaseStory.Act.COMPLETE))) {
            return Optional.empty();
        }
        if (story.view().standing().turn() == Turn.APPLICANT) {
            return Optional.of(
                    NoticeBanner.info(texts.say("desk.case.applicant")).saying(texts.say("desk.case.applicant.text")));
        }
        var taken = story.tasks().stream()
                .flatMap(task -> task.assigneeName().stream())
                .findFirst()
                .map(name -> NoticeBanner.info(texts.say("desk.case.taken", name))
                        .saying(texts.say("desk.case.taken.text")));
        return taken.isPresent() || !story.operations().isEmpty()
                ? taken
                : Optional.of(NoticeBanner.info(texts.say("desk.case.looking"))
                        .saying(texts.say("desk.case.looking.text", office(frame, story))));
    }

    private String office(PageFrame frame, CaseStory story) {
        return Said.in(
                frame.texts(),
                directory
                        .findOrganisation(story.view().head().organisation().code())
                        .map(organisation -> organisation.name()));
    }
}
