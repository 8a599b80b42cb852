package org.tongqu.platform.data.corrections.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.CorrectionRefusal;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.corrections.Reported;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Reporting a wrong value, and one correction with what its provider can answer. */
@Controller
class CorrectionController {

    private final Corrections corrections;
    private final Directory directory;
    private final Clock clock;

    CorrectionController(Corrections corrections, Directory directory, Clock clock) {
        this.corrections = corrections;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.NEW)
    Html begin(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String flow) {
        return asking(frame, flow(officer, flow), Map.of());
    }

    private PlannedFlow flow(SignedIn.Officer officer, String id) {
        return switch (corrections.reportable(officer, id)) {
            case Outcome.Done<PlannedFlow, CorrectionRefusal>(var flow) -> flow;
            case Outcome.Refused<PlannedFlow, CorrectionRefusal>(CorrectionRefusal.MayNot no) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Refused<PlannedFlow, CorrectionRefusal> other -> throw Words.notFound();
        };
    }

    @PostMapping(Words.NEW)
    Object report(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        var flow = flow(officer, sent.getOrDefault("flow", ""));
        var key = flow.flow().target().key().stream()
                .map(name -> sent.getOrDefault("key." + name, "").strip())
                .toList();
        var reported = new Reported(
                flow.id(),
                key,
                sent.getOrDefault("item", ""),
                sent.getOrDefault("expected", "").strip(),
                sent.getOrDefault("why", ""));
        return switch (corrections.report(officer, reported)) {
            case Outcome.Done<Correction, CorrectionRefusal>(var made) ->
                Redirect.to(Words.LIST + "/" + made.id() + "?done=report");
            case Outcome.Refused<Correction, CorrectionRefusal>(var refusal) ->
                asking(frame.noticing(List.of(Words.refused(frame.texts(), refusal))), flow, sent)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Html asking(PageFrame frame, PlannedFlow flow, Map<String, String> sent) {
        var texts = frame.texts();
        var heading = texts.say("corrections.new");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("corrections.heading"), Words.LIST), new Crumb(heading, ""));
        return Html.page(
                "data/corrections/NewCorrectionPage",
                new NewCorrectionPage(
                        frame.titled(heading).at("corrections", crumbs),
                        new CorrectionForms(frame, sent).report(flow)));
    }

    @GetMapping(Words.LIST + "/{id:JC-.+}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "corrections.done." + done), officer, id, Map.of());
    }

    @PostMapping(Words.LIST + "/{id:JC-.+}/{act}")
    Object answer(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> sent) {
        var wanted = Coded.find(CorrectionAct.class, act).orElseThrow(Words::notFound);
        return switch (corrections.answer(officer, id, wanted, sent.getOrDefault(CorrectionForms.why(wanted), ""))) {
            case Outcome.Done<Correction, CorrectionRefusal> done ->
                Redirect.to(Words.LIST + "/" + id + "?done=" + act);
            case Outcome.Refused<Correction, CorrectionRefusal>(var refusal) ->
                draw(frame.noticing(List.of(Words.refused(frame.texts(), refusal))), officer, id, sent)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, String id, Map<String, String> sent) {
        var texts = frame.texts();
        var correction = corrections.find(officer, id).orElseThrow(Words::notFound);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("corrections.heading"), Words.LIST), new Crumb(id, ""));
        var state = Words.state(texts, correction);
        var heading = texts.say("corrections.one", correction.told().item());
        var forms = new CorrectionForms(frame, sent);
        return Html.page(
                "data/corrections/CorrectionPage",
                new CorrectionPage(
                        frame.titled(heading).at("corrections", crumbs),
                        heading,
                        Words.lamp(texts, correction, today),
                        correction
                                .due()
                                .map(due -> texts.say("corrections.standing.due", state, texts.day(due.day())))
                                .orElse(""),
                        facts(texts, correction),
                        story(texts, correction, today),
                        corrections.mayAnswer(officer, correction)
                                ? Arrays.stream(CorrectionAct.values())
                                        .map(act -> forms.act(correction, act))
                                        .toList()
                                : List.of()));
    }

    private KeyFacts facts(Texts texts, Correction correction) {
        var origin = correction.origin();
        var told = correction.told();
        var facts = new ArrayList<Fact>();
        facts.add(fact(texts, "id", correction.id()));
        facts.add(fact(texts, "agreement", origin.agreement()).leadingTo("/desk/agreements/" + origin.agreement()));
        facts.add(fact(texts, "flow", origin.flow()).leadingTo("/desk/exchange/" + origin.flow()));
        facts.add(fact(texts, "resource", origin.resource())
                .leadingTo("/desk/catalog/" + origin.resource().replace('/', '-')));
        facts.add(fact(texts, "consumer", Words.office(texts, directory, origin.consumer())));
        facts.add(fact(texts, "provider", Words.office(texts, directory, origin.provider())));
        facts.add(fact(texts, "key", told.key()));
        facts.add(fact(texts, "item", told.item()));
        facts.add(fact(texts, "delivered", told.delivered().isEmpty() ? "–" : told.delivered()));
        facts.add(fact(texts, "expected", told.expected().isEmpty() ? "–" : told.expected()));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("corrections.fact." + name), value);
    }

    private Timeline story(Texts texts, Correction correction, LocalDate today) {
        var steps = new ArrayList<Step>();
        for (var deed : corrections.deeds(correction)) {
            steps.add(Step.done(texts.say("corrections.deed." + deed.deed()), deed.name(), texts.moment(deed.at()))
                    .saying(deed.why()));
        }
        if (correction.state() == Correction.State.REPORTED) {
            var provider = Words.office(texts, directory, correction.origin().provider());
            steps.add(Step.now(
                    texts.say("corrections.now.reported"),
                    provider,
                    correction
                            .due()
                            .map(due -> texts.say("corrections.due", texts.day(due.day())))
                            .orElse(""),
                    Words.lamp(texts, correction, today)));
        }
        if (correction.isOpen()) {
            steps.add(Step.ahead(texts.say("corrections.now.corrected"), "", ""));
        }
        return new Timeline(texts, steps);
    }
}
