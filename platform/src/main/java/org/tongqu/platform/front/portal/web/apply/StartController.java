package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.intake.DraftSummary;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.StartRefusal;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Where an application begins, or goes on. */
@Controller
class StartController {

    private final Intake intake;
    private final ServiceCatalogue catalogue;
    private final OwnDrafts drafts;

    StartController(Intake intake, ServiceCatalogue catalogue, OwnDrafts drafts) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.drafts = drafts;
    }

    @GetMapping("/apply/{owner}/{service}")
    Html before(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String owner,
            @PathVariable String service) {
        return Html.page("front/portal/AskPage", page(frame, who, owner + "/" + service));
    }

    @PostMapping("/apply/{owner}/{service}")
    Object begin(
            PageFrame frame,
            @AuthenticationPrincipal Citizen who,
            @PathVariable String owner,
            @PathVariable String service) {
        var packId = owner + "/" + service;
        return switch (intake.start(who, packId)) {
            case Outcome.Done(var draft) ->
                Redirect.to(drafts.find(who, draft.id()).firstUnsaved());
            case Outcome.Refused(StartRefusal.NoSuchService missing) -> throw Gone.notFound();
            case Outcome.Refused(StartRefusal.TooManyDrafts many) -> {
                var told = NoticeBanner.warning(frame.texts().say("portal.start.many", many.limit()));
                yield Html.page("front/portal/AskPage", page(frame.noticing(List.of(told)), who, packId))
                        .with(HttpStatus.CONFLICT);
            }
        };
    }

    @GetMapping("/drafts/{id}")
    ResponseEntity<Void> goOn(@AuthenticationPrincipal Citizen who, @PathVariable String id) {
        return Redirect.to(drafts.find(who, id).firstUnsaved());
    }

    private AskPage page(PageFrame frame, Citizen who, String packId) {
        var texts = frame.texts();
        var pack = catalogue.findPack(packId).orElseThrow(Gone::notFound);
        var title = Said.in(texts, pack.title());
        var form = FormPage.of(
                        texts,
                        title,
                        FormPage.Send.to("/apply/" + packId, frame.csrf()),
                        List.of(),
                        Button.main(texts.say("portal.start.begin")))
                .lead(texts.say("portal.start.lead", pack.form().pages().size()));
        var begun = intake.drafts(who).stream()
                .filter(draft ->
                        draft.packId().equals(packId) && draft.receipt().isEmpty())
                .map(draft -> goOn(frame, draft))
                .toList();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.services"), "/services"), new Crumb(title, "/services/" + packId));
        return new AskPage(frame.titled(title).at("services", crumbs), Optional.empty(), form, begun);
    }

    private static ButtonLink goOn(PageFrame frame, DraftSummary draft) {
        var saved = frame.texts().moment(draft.savedAt());
        return ButtonLink.quiet(frame.texts().say("portal.start.continue", saved), "/drafts/" + draft.id());
    }
}
