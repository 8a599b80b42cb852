package org.tongqu.platform.front.portal.web.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Upload;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Papers of a draft: handed in, looked at again, taken back. */
@Controller
class MaterialController {

    private final Intake intake;
    private final OwnDrafts drafts;
    private final MaterialScreen screen;

    MaterialController(Intake intake, OwnDrafts drafts, MaterialScreen screen) {
        this.intake = intake;
        this.drafts = drafts;
        this.screen = screen;
    }

    @PostMapping(value = "/drafts/{id}/{page}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Object save(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String id,
            @PathVariable String page,
            MultipartHttpServletRequest request)
            throws IOException {
        var at = drafts.find(who, id);
        var asked = at.page(page).orElseThrow(Gone::notFound);
        var remove = request.getParameter("remove");
        if (remove != null) {
            intake.detach(who, id, remove);
            return Redirect.to(at.address(asked));
        }
        var wrong = attach(frame.texts(), who, at, MaterialScreen.asked(at, asked), request);
        return next(frame, who, drafts.find(who, id), asked, wrong, String.valueOf(request.getParameter("then")));
    }

    private Object next(
            PageFrame frame, Citizen who, DraftAt at, FormPage page, Map<String, String> wrong, String then) {
        var texts = frame.texts();
        var readiness = intake.readiness(who, at.draft());
        if (then.equals("next")) {
            readiness.missing().stream()
                    .filter(page.materials()::contains)
                    .forEach(ask -> wrong.putIfAbsent(
                            ask.id(), texts.say("portal.materials.required", Said.in(texts, ask.title()))));
        }
        if (!wrong.isEmpty()) {
            return Html.page("front/portal/AskPage", screen.page(frame, at, page, readiness, wrong))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (then) {
            case "back" -> Redirect.to(at.before(page));
            case "leave" -> Redirect.to("/my?done=draft.saved");
            case "stay" -> Redirect.to(at.address(page));
            default -> {
                intake.save(who, at.draft().id(), page.id(), Map.of());
                yield Redirect.to(at.after(page));
            }
        };
    }

    private Map<String, String> attach(
            Texts texts, Citizen who, DraftAt at, Iterable<MaterialAsk> asked, MultipartHttpServletRequest request)
            throws IOException {
        var wrong = new LinkedHashMap<String, String>();
        for (var ask : asked) {
            for (MultipartFile file : request.getFiles(ask.id())) {
                if (file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty()) {
                    continue;
                }
                var name = String.valueOf(file.getOriginalFilename());
                var upload = new Upload(ask.id(), name, file.getBytes());
                if (intake.attach(who, at.draft().id(), upload) instanceof Outcome.Refused(var refusal)) {
                    wrong.put(ask.id(), FileWords.say(texts, refusal, name, ask));
                }
            }
        }
        return wrong;
    }

    /** A paper of one's own, to be looked at; never shown inside our own pages. */
    @GetMapping("/drafts/{id}/files/{file}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Citizen who, @PathVariable String id, @PathVariable String file) {
        var at = drafts.find(who, id);
        var found = at.draft().materials().stream()
                .filter(material -> material.id().equals(file))
                .findFirst()
                .orElseThrow(Gone::notFound);
        return intake.content(who, file)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(found.type().mediaType()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(found.fileName(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(bytes))
                .orElseThrow(Gone::notFound);
    }
}
