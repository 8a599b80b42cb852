package org.tongqu.platform.front.portal.web.mine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Correction;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Tells an applicant what is to be put right (补正), in whose words, and until when. */
@Component
public class Mending {

    private final Casework casework;
    private final Intake intake;
    private final ServiceCatalogue catalogue;

    Mending(Casework casework, Intake intake, ServiceCatalogue catalogue) {
        this.casework = casework;
        this.intake = intake;
        this.catalogue = catalogue;
    }

    /**
     * @param words what the officer wrote
     * @param what  the answers and papers that are open again, as the form calls them
     * @param until the last day in time, as a sentence; empty when the process sets none
     */
    public record ToMend(String words, List<String> what, String until) {
        public ToMend {
            what = List.copyOf(what);
        }
    }

    /** Empty when the matter does not wait for its applicant. */
    Optional<ToMend> find(Texts texts, Citizen who, CaseStory story) {
        var head = story.view().head();
        var pack = catalogue.packByHash(head.pack().contentHash());
        return intake.findCorrection(who, head.receipt())
                .flatMap(draft -> draft.correction())
                .map(notice -> new ToMend(notice.words(), what(texts, pack, notice), until(texts, story)));
    }

    Optional<ToMend> find(Texts texts, Citizen who, String caseId) {
        return casework.findStory(who, caseId).flatMap(story -> find(texts, who, story));
    }

    /** The last day in time of the matter that this notice is about, as a sentence. */
    public String until(Texts texts, Citizen who, Correction notice) {
        return casework.findStory(who, notice.caseId())
                .map(story -> until(texts, story))
                .orElse("");
    }

    private static String until(Texts texts, CaseStory story) {
        return story.tasks().stream()
                .flatMap(task -> task.dueAt().stream())
                .findFirst()
                .map(due -> texts.say("portal.correct.deadline", Lamps.lastDay(texts, due)))
                .orElse("");
    }

    private static List<String> what(Texts texts, Pack pack, Correction notice) {
        var answers = pack.form().pages().stream()
                .flatMap(page -> page.group().isPresent()
                        ? page.group().stream()
                                .filter(group -> notice.fields().contains(group.name()))
                                .map(group -> Said.in(texts, page.title()))
                        : page.fields().stream()
                                .filter(field -> notice.fields().contains(field.name()))
                                .map(field -> Said.in(texts, field.label())));
        var papers = pack.form().materials().stream()
                .filter(ask -> notice.materials().contains(ask.id()))
                .map(ask -> Said.in(texts, ask.title()));
        return Stream.concat(answers, papers).toList();
    }
}
