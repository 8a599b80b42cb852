package org.tongqu.platform.front.portal.web.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Readiness;
import org.tongqu.platform.operate.web.Said;

/** Draws the page on which papers are handed in: what is asked for, what was received, what need not be brought. */
@Component
class MaterialScreen {

    private final DraftScreens screens;

    MaterialScreen(DraftScreens screens) {
        this.screens = screens;
    }

    /** @param wrong what is wrong, by the id of the material */
    AskPage page(PageFrame frame, DraftAt at, FormPage page, Readiness readiness, Map<String, String> wrong) {
        var texts = frame.texts();
        var fields = asked(at, page).stream()
                .filter(ask -> !readiness.waived().contains(ask.id()))
                .<Field>map(ask -> upload(texts, at, ask, wrong.getOrDefault(ask.id(), "")))
                .toList();
        var actions = new ArrayList<>(DraftScreens.actions(texts, at));
        actions.add(1, Button.plain(texts.say("portal.materials.upload")).sending("then", "stay"));
        var why = Said.in(texts, page.why());
        var form = new org.tongqu.design.form.FormPage(
                texts,
                Said.in(texts, page.title()),
                (why + " " + texts.say("portal.materials.lead")).strip(),
                Send.to(at.address(page), frame.csrf()),
                List.of(new Fieldset("", "", fields)),
                actions);
        return screens.ask(frame.noticing(notices(texts, at, page, readiness)), at, page, form);
    }

    static List<MaterialAsk> asked(DraftAt at, FormPage page) {
        return Forms.askedMaterials(at.pack().form(), at.draft().answers()).stream()
                .filter(ask -> page.materials().contains(ask))
                .filter(at::isOpen)
                .toList();
    }

    static FileUpload upload(Texts texts, DraftAt at, MaterialAsk ask, String wrong) {
        var question = Question.of(texts, ask.id(), Said.in(texts, ask.title()))
                .hint(Said.in(texts, ask.hint()))
                .wrong(wrong);
        return new FileUpload(
                ask.isRequired() ? question : question.optional(),
                ask.accept().stream().map(kind -> "." + kind).collect(Collectors.joining(",")),
                texts.say("portal.materials.limit", kinds(texts, ask), ask.maxMegabytes()),
                ask.maxFiles() > 1 ? FileUpload.Count.MANY : FileUpload.Count.ONE,
                at.draft().materials(ask.id()).stream()
                        .map(file -> paper(at, file))
                        .toList());
    }

    static String kinds(Texts texts, MaterialAsk ask) {
        return ask.accept().stream()
                .map(kind -> kind.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(texts.say("portal.check.and")));
    }

    private static FileUpload.Paper paper(DraftAt at, Material file) {
        return new FileUpload.Paper(
                file.fileName(), size(file.size()), at.address() + "/files/" + file.id(), file.id());
    }

    static String size(int bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0));
    }

    /** What need not be brought is said above everything: it saves people the way. */
    private static List<NoticeBanner> notices(Texts texts, DraftAt at, FormPage page, Readiness readiness) {
        return asked(at, page).stream()
                .filter(ask -> readiness.waived().contains(ask.id()))
                .map(ask -> NoticeBanner.info(texts.say("portal.materials.waived", Said.in(texts, ask.title())))
                        .saying(Said.in(texts, ask.waiver())))
                .toList();
    }
}
