package org.tongqu.platform.front.portal.web.licences;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.front.portal.web.Gone;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.matter.licences.QrCode;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Checking a licence that somebody holds up, and showing one's own. */
@Controller
class LicenceController {

    private static final String TEMPLATE = "front/portal/CheckedPage";

    private final Licences licences;
    private final Clock clock;

    LicenceController(Licences licences, Clock clock) {
        this.licences = licences;
        this.clock = clock;
    }

    /** @param code what was typed; absent when the page is opened */
    @RequestMapping("/licences/check")
    Object ask(PageFrame frame, @RequestParam(required = false) @org.jspecify.annotations.Nullable String code) {
        if (code == null) {
            return Html.page(TEMPLATE, page(frame, Optional.empty(), Optional.empty(), ask(frame, "", "")));
        }
        var plain = code.replaceAll("\\s", "");
        if (plain.isEmpty()) {
            var missing = ask(frame, "", frame.texts().say("portal.licence.check.missing"));
            return Html.page(TEMPLATE, page(frame, Optional.empty(), Optional.empty(), missing))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to(
                "/check/" + org.springframework.web.util.UriUtils.encodePathSegment(plain, StandardCharsets.UTF_8));
    }

    /** Where the QR code leads. */
    @GetMapping("/check/{token}")
    Html check(PageFrame frame, @PathVariable String token) {
        var texts = frame.texts();
        var found = licences.findByToken(token);
        if (found.isEmpty()) {
            var unknown = NoticeBanner.error(texts.say("portal.licence.unknown"))
                    .saying(texts.say(
                            "portal.licence.unknown.text", frame.where().site().hotline()));
            return Html.page(TEMPLATE, page(frame, Optional.of(unknown), Optional.empty(), ask(frame, "", "")))
                    .with(HttpStatus.NOT_FOUND);
        }
        var verdict = Verdicts.of(texts, found.get(), clock.instant());
        return Html.page(TEMPLATE, page(frame, Optional.of(verdict), found, ask(frame, "", "")));
    }

    @GetMapping("/my/licences/{identifier}")
    Html own(PageFrame frame, @AuthenticationPrincipal Citizen who, @PathVariable String identifier) {
        var texts = frame.texts();
        var licence = licences.licencesOf(who).stream()
                .filter(held -> held.identifier().equals(identifier))
                .findFirst()
                .orElseThrow(Gone::notFound);
        var title = Said.in(texts, licence.kind().title());
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("portal.place.my"), "/my"), new Crumb(title, ""));
        var state = licence.state(LocalDate.ofInstant(clock.instant(), Texts.ZONE));
        var warning = state == Licence.State.VALID
                ? Optional.<NoticeBanner>empty()
                : Optional.of(Verdicts.of(texts, licence, clock.instant()));
        return Html.page(
                "front/portal/LicencePage",
                new LicencePage(frame.titled(title).at("my", crumbs), warning, sheet(texts, licence, title)));
    }

    private static LicencePage.Sheet sheet(Texts texts, Licence licence, String title) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/check/{token}")
                .buildAndExpand(licence.token())
                .toUriString();
        var qr = org.tongqu.design.view.QrCode.of(
                QrCode.of(address).modules(), texts.say("portal.licence.scan"), "/check/" + licence.token());
        return new LicencePage.Sheet(
                title,
                licence.number(),
                lines(texts, licence),
                new LicencePage.Issue(
                        licence.issuer().name(),
                        texts.day(licence.issuedAt().atZone(Texts.ZONE).toLocalDate())),
                qr,
                texts.say("portal.licence.code", licence.token()));
    }

    private static KeyFacts lines(Texts texts, Licence licence) {
        return new KeyFacts(licence.lines().stream()
                .map(line -> Fact.of(Said.in(texts, line.heading()), line.value()))
                .toList());
    }

    private static CheckedPage page(
            PageFrame frame, Optional<NoticeBanner> verdict, Optional<Licence> licence, FormPage ask) {
        var texts = frame.texts();
        var title = licence.map(found -> Said.in(texts, found.kind().title()))
                .orElseGet(() -> texts.say("portal.licence.check.title"));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"), new Crumb(texts.say("portal.place.check"), ""));
        return new CheckedPage(
                frame.titled(title).at("check", crumbs),
                verdict,
                licence.isPresent() ? title : "",
                licence.map(found -> facts(texts, found)),
                licence.isPresent() ? Optional.empty() : Optional.of(ask));
    }

    private static KeyFacts facts(Texts texts, Licence licence) {
        var facts = new ArrayList<>(lines(texts, licence).facts());
        facts.add(Fact.of(texts.say("portal.licence.validity"), Verdicts.validity(texts, licence)));
        facts.add(Fact.of(texts.say("portal.licence.identifier"), licence.identifier()));
        return new KeyFacts(facts);
    }

    private static FormPage ask(PageFrame frame, String typed, String wrong) {
        var texts = frame.texts();
        var code = Question.of(texts, "code", texts.say("portal.licence.check.field"))
                .hint(texts.say("portal.licence.check.hint"))
                .wrong(wrong);
        return FormPage.of(
                        texts,
                        texts.say("portal.licence.check.title"),
                        FormPage.Send.to("/licences/check", frame.csrf()),
                        List.<Field>of(TextField.of(code, typed).kind(TextField.Kind.CREDIT_CODE)),
                        Button.main(texts.say("portal.licence.check.go")))
                .lead(texts.say("portal.licence.check.lead"));
    }
}
