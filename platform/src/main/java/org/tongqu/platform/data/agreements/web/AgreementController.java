package org.tongqu.platform.data.agreements.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.AgreementRefusal;
import org.tongqu.platform.data.agreements.AgreementRefusal.Wrong;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One agreement, for both sides and the data authority. */
@Controller
class AgreementController {

    private final Agreements agreements;
    private final Negotiation negotiation;
    private final AgreementTelling telling;
    private final Clock clock;

    AgreementController(Agreements agreements, Negotiation negotiation, AgreementTelling telling, Clock clock) {
        this.agreements = agreements;
        this.negotiation = negotiation;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping(Words.LIST + "/{id}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "agreements.done." + done), officer, id, Optional.empty(), Map.of());
    }

    @PostMapping(Words.LIST + "/{id}/{act}")
    Object act(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> sent) {
        var wanted = Coded.find(AgreementAct.class, act).orElseThrow(Words::notFound);
        return switch (negotiation.act(officer, id, wanted, answer(wanted, sent))) {
            case Outcome.Done<Agreement, AgreementRefusal> done -> Redirect.to(Words.LIST + "/" + id + "?done=" + act);
            case Outcome.Refused<Agreement, AgreementRefusal>(var refusal) -> {
                var told = frame.noticing(List.of(AgreementRefusals.say(frame.texts(), refusal)));
                var faults = refusal instanceof AgreementRefusal.Faulty(var found) ? found : Map.<String, Wrong>of();
                yield draw(told, officer, id, Optional.of(wanted), faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static Answer answer(AgreementAct act, Map<String, String> sent) {
        var maskings = new HashMap<String, Masking>();
        sent.forEach((name, value) -> {
            if (name.startsWith("mask.")) {
                Coded.find(Masking.class, value)
                        .ifPresent(masking -> maskings.put(name.substring("mask.".length()), masking));
            }
        });
        return new Answer(
                sent.getOrDefault(ActForms.why(act), ""),
                maskings,
                Words.rows(sent.getOrDefault("rows", "")),
                Words.day(sent.getOrDefault("until", "")));
    }

    private Html draw(
            PageFrame frame,
            SignedIn.Officer officer,
            String id,
            Optional<AgreementAct> sent,
            Map<String, Wrong> faults) {
        var texts = frame.texts();
        var agreement = agreements.find(officer, id).orElseThrow(Words::notFound);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("agreements.heading"), Words.LIST), new Crumb(id, ""));
        var forms = new ActForms(frame, agreement, sent, faults);
        return Html.page(
                "data/agreements/AgreementDetailPage",
                new AgreementDetailPage(
                        frame.titled(agreement.subject().name()).at("agreements", crumbs),
                        agreement.subject().name(),
                        Words.lamp(texts, agreement, today),
                        telling.standing(texts, agreement, today),
                        telling.facts(texts, agreement),
                        telling.items(texts, agreement),
                        telling.story(texts, agreement, agreements.deeds(agreement), today),
                        negotiation.acts(officer, agreement).stream()
                                .map(forms::form)
                                .toList()));
    }
}
