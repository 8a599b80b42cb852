package org.tongqu.platform.front.portal.web.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.front.portal.web.Said;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Readiness;

/** Draws everything once more before it is sent, for an application and for a correction alike. */
@Component
class CheckScreen {

    private final Addresses addresses;

    CheckScreen(Addresses addresses) {
        this.addresses = addresses;
    }

    /** @param undeclared what to say beside the declaration; empty while nobody tried to send without it */
    CheckPage page(PageFrame frame, DraftAt at, Readiness readiness, String undeclared) {
        var texts = frame.texts();
        var draft = at.draft();
        var answers = new Answers(
                        texts,
                        draft.answers(),
                        draft.filled().provenance(),
                        addresses::name,
                        id -> draft.materials(id).stream()
                                .map(Material::fileName)
                                .toList(),
                        page -> at.isOpen(page) ? at.address(page) : "")
                .of(at.allPages());
        var key = at.isCorrection() ? "portal.correct." : "portal.check.";
        var titled = DraftScreens.titled(frame, at, texts.say(key + "title"));
        return new CheckPage(
                titled.noticing(at.draft().correction().isPresent() ? notice(texts, at) : frame.notices()),
                new CheckPage.Heading(texts.say(key + "title"), texts.say(key + "lead")),
                problems(texts, at, readiness),
                answers,
                send(frame, at, readiness, undeclared));
    }

    private static List<NoticeBanner> notice(Texts texts, DraftAt at) {
        var words = at.draft().correction().orElseThrow().words();
        return List.of(NoticeBanner.warning(texts.say("portal.correct.said")).saying(words));
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
