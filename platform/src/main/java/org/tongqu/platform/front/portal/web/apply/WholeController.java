package org.tongqu.platform.front.portal.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.FileRefusal;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Upload;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** The whole form on one page, for agents who know it by heart. Fields carry their full path as name. */
@Controller
class WholeController {

    private final Intake intake;
    private final OwnDrafts drafts;
    private final Addresses addresses;

    WholeController(Intake intake, OwnDrafts drafts, Addresses addresses) {
        this.intake = intake;
        this.drafts = drafts;
        this.addresses = addresses;
    }

    @GetMapping("/drafts/{id}/all")
    Html all(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id) {
        return Html.page("front/portal/AskPage", page(frame, drafts.find(who, id), Map.of()));
    }

    /** Takes everything over at once; what is missing or wrong is told by the check that follows. */
    @PostMapping("/drafts/{id}/all")
    Object save(
            PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String id, HttpServletRequest request)
            throws java.io.IOException {
        var posted = OwnDrafts.answers(request.getParameterMap());
        var outcome = intake.saveAll(who, id, posted);
        if (!(outcome instanceof Outcome.Done(var draft))) {
            throw Gone.notFound();
        }
        var at = drafts.find(who, draft.id());
        var wrong = request instanceof MultipartHttpServletRequest parts
                ? attach(frame, who, at, parts)
                : Map.<String, String>of();
        return wrong.isEmpty()
                ? Redirect.to(at.checkAddress())
                : Html.page("front/portal/AskPage", page(frame, drafts.find(who, id), wrong))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, String> attach(PageFrame frame, Citizen who, DraftAt at, MultipartHttpServletRequest request)
            throws java.io.IOException {
        var asked = new ArrayList<MaterialAsk>();
        var sent = new ArrayList<Upload>();
        for (var ask : Forms.askedMaterials(at.pack().form(), at.draft().answers())) {
            for (MultipartFile file : request.getFiles(ask.id())) {
                var name = String.valueOf(file.getOriginalFilename());
                if (!name.isEmpty()) {
                    asked.add(ask);
                    sent.add(new Upload(ask.id(), name, file.getBytes()));
                }
            }
        }
        var answers = sent.isEmpty()
                ? List.<Outcome<Material, FileRefusal>>of()
                : intake.attachAll(who, at.draft().id(), sent);
        var wrong = new LinkedHashMap<String, String>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Outcome.Refused(var refusal)) {
                var ask = asked.get(i);
                wrong.put(
                        ask.id(),
                        FileWords.say(frame.texts(), refusal, sent.get(i).fileName(), ask));
            }
        }
        return wrong;
    }

    private AskPage page(PageFrame frame, DraftAt at, Map<String, String> wrong) {
        var texts = frame.texts();
        var title = texts.say("portal.draft.all.title");
        var form = new org.tongqu.design.form.FormPage(
                texts,
                title,
                texts.say("portal.draft.all.lead"),
                Send.to(at.address() + "/all", frame.csrf()),
                parts(frame, at, wrong),
                List.of(Button.main(texts.say("portal.draft.all.send"))));
        var guided = ButtonLink.quiet(texts.say("portal.draft.guided"), at.address());
        return new AskPage(DraftScreens.titled(frame, at, title), Optional.empty(), form, List.of(guided));
    }

    /** One part per page, one per row where the same is asked of several, with an empty row to add one. */
    private List<Fieldset> parts(PageFrame frame, DraftAt at, Map<String, String> wrong) {
        var texts = frame.texts();
        var answers = at.draft().answers();
        var ask = new Questions(texts, answers, at.draft().filled().provenance(), List.of(), addresses.choices());
        var parts = new ArrayList<Fieldset>();
        for (var page : at.pages()) {
            var title = Said.in(texts, page.title());
            if (page.group().isPresent()) {
                rows(texts, at, page, ask, parts);
                continue;
            }
            var fields = Stream.concat(
                            page.fields().stream().flatMap(field -> ask.ask(field, "")),
                            MaterialScreen.asked(at, page).stream()
                                    .map(material -> MaterialScreen.upload(
                                            texts, at, material, wrong.getOrDefault(material.id(), ""))))
                    .map(Field.class::cast)
                    .toList();
            parts.add(new Fieldset(title, Said.in(texts, page.why()), fields));
        }
        return parts;
    }

    private static void rows(
            org.tongqu.design.Texts texts, DraftAt at, FormPage page, Questions ask, List<Fieldset> parts) {
        var group = page.group().orElseThrow();
        int rows = Forms.rows(page, at.draft().answers()).size();
        for (int row = 0; row < Math.min(rows + 1, group.atMost()); row++) {
            var place = group.name() + "." + row + ".";
            var fields = page.fields().stream()
                    .flatMap(field -> ask.ask(field, place))
                    .toList();
            parts.add(new Fieldset(
                    texts.say("portal.draft.group", Said.in(texts, group.row()), row + 1),
                    row == rows && row > 0 ? texts.say("portal.draft.all.spare") : "",
                    fields));
        }
    }
}
