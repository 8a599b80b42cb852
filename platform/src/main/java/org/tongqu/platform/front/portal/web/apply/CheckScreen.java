package org.tongqu.platform.front.portal.web.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.forms.FormSentences;
import org.tongqu.platform.front.answers.Answers;
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.matter.intake.Draft;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Readiness;
import org.tongqu.platform.operate.web.Said;

/** Draws everything once more before it is sent, for an application and for a correction alike. */
@Component
class CheckScreen {

    private final Addresses addresses;
    private final Intake intake;

    CheckScreen(Addresses addresses, Intake intake) {
        this.addresses = addresses;
        this.intake = intake;
    }

    /**
     * @param undeclared what to say beside the declaration; empty while nobody tried to send without it
     * @param until the last day in time of a correction, as a sentence; empty for none
     */
    CheckPage page(PageFrame frame, DraftAt at, Readiness readiness, String undeclared, String until) {
        var texts = frame.texts();
        var draft = at.draft();
        var answers = new Answers(
                        texts,
                        draft.answers(),
                        draft.filled().provenance().waiving(readiness.waived()),
                        addresses::name,
                        id -> files(draft, id),
                        at::change)
                .of(at.allPages());
        var key = at.isCorrection() ? "portal.correct." : "portal.check.";
        var titled = DraftScreens.titled(frame, at, texts.say(key + "title"));
        return new CheckPage(
                titled.noticing(
                        draft.correction().isPresent()
                                ? notice(texts, at, until)
                                : Stream.concat(frame.notices().stream(), spared(texts, draft, readiness))
                                        .toList()),
                new CheckPage.Heading(texts.say(key + "title"), texts.say(key + "lead")),
                problems(texts, at, readiness),
                answers,
                send(frame, at, readiness, undeclared));
    }

    /** What lies with the draft; of a correction, where nothing new lies with it, what was handed in before. */
    private List<String> files(Draft draft, String materialId) {
        var mine = draft.materials(materialId);
        var valid = mine.isEmpty()
                ? draft.correction().stream()
                        .flatMap(notice ->
                                Stream.of(intake.submissions(notice.receipt()).getLast()))
                        .flatMap(last -> last.materials().stream())
                        .filter(material -> material.materialId().equals(materialId))
                        .toList()
                : mine;
        return valid.stream().map(Material::fileName).toList();
    }

    /** How much nobody had to type or to bring. */
    private static Stream<NoticeBanner> spared(Texts texts, Draft draft, Readiness readiness) {
        int known = draft.filled().provenance().standing(draft.answers());
        int waived = readiness.waived().size();
        return known + waived == 0
                ? Stream.empty()
                : Stream.of(NoticeBanner.info(texts.say("portal.check.spared", known, waived)));
    }

    private static List<NoticeBanner> notice(Texts texts, DraftAt at, String until) {
        var words = at.draft().correction().orElseThrow().words();
        var said = NoticeBanner.warning(texts.say("portal.correct.said")).saying(words);
        return until.isEmpty() ? List.of(said) : List.of(said, NoticeBanner.info(until));
    }

    /** Each problem leads to the page on which it is put right. */
    private static CheckPage.Problems problems(Texts texts, DraftAt at, Readiness readiness) {
        var told = new ArrayList<CheckPage.Problem>();
        for (var problem : readiness.problems()) {
            var page = at.pack().form().pageOf(problem.path());
            var about = page.map(found -> Said.in(texts, found.title()) + texts.say("portal.check.dash"))
                    .orElse("");
            told.add(new CheckPage.Problem(
                    about + FormSentences.say(problem, Said.language(texts)),
                    page.map(at::address).orElse(at.checkAddress()) + "?fix"));
        }
        for (var material : readiness.missing()) {
            var page = at.allPages().stream()
                    .filter(asked -> asked.materials().contains(material))
                    .findFirst();
            told.add(new CheckPage.Problem(
                    texts.say("portal.materials.required", Said.in(texts, material.title())),
                    page.map(at::address).orElse(at.checkAddress())));
        }
        return new CheckPage.Problems(told.isEmpty() ? "" : texts.say("portal.check.missing", told.size()), told);
    }

    private static org.tongqu.design.form.FormPage send(
            PageFrame frame, DraftAt at, Readiness readiness, String undeclared) {
        var texts = frame.texts();
        var declaration = new Checkboxes(
                Question.of(texts, "declared", texts.say("portal.check.declaration"))
                        .wrong(undeclared),
                List.of(Choice.of("yes", texts.say("portal.check.declare"))),
                Set.of());
        var label = texts.say(at.isCorrection() ? "portal.correct.submit" : "portal.check.submit");
        var ready = readiness.isReady();
        return new org.tongqu.design.form.FormPage(
                texts,
                "",
                "",
                Send.to(at.address() + "/submit", frame.csrf())
                        .along("token", at.draft().submitToken()),
                ready ? List.of(new Fieldset("", "", List.<Field>of(declaration))) : List.of(),
                ready ? List.of(Button.main(label)) : List.of());
    }
}
