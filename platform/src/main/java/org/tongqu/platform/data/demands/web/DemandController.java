package org.tongqu.platform.data.demands.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.tongqu.design.form.Choice;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandAct;
import org.tongqu.platform.data.demands.DemandRefusal;
import org.tongqu.platform.data.demands.DemandRefusal.Wrong;
import org.tongqu.platform.data.demands.Demands;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Saying what is missed, and one demand with what can be done to it. */
@Controller
class DemandController {

    private static final int LONGEST_TITLE = 100;

    private final Demands demands;
    private final Directory directory;
    private final Clock clock;

    DemandController(Demands demands, Directory directory, Clock clock) {
        this.demands = demands;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param title what was looked for in vain */
    @GetMapping(Words.NEW)
    Html begin(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String title) {
        if (!DemandPlaces.mayAsk(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var begun = title.strip();
        return asking(
                frame,
                Map.of("title", begun.length() > LONGEST_TITLE ? begun.substring(0, LONGEST_TITLE) : begun),
                Map.of());
    }

    @PostMapping(Words.NEW)
    Object ask(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        var frequency = Coded.find(Cycle.class, sent.getOrDefault("frequency", ""));
        if (frequency.isEmpty()) {
            return asking(frame, sent, Map.of("frequency", Wrong.MISSING)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wanted = new Demand.Wanted(
                sent.getOrDefault("title", "").strip(),
                sent.getOrDefault("purpose", "").strip(),
                sent.getOrDefault("basis", "").strip(),
                sent.getOrDefault("elements", "").strip(),
                frequency.get());
        return switch (demands.ask(officer, wanted)) {
            case Outcome.Done<Demand, DemandRefusal>(var made) ->
                Redirect.to(Words.LIST + "/" + made.id() + "?done=ask");
            case Outcome.Refused<Demand, DemandRefusal>(var refusal) ->
                asking(saying(frame, refusal), sent, DemandRefusals.faults(refusal))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static PageFrame saying(PageFrame frame, DemandRefusal refusal) {
        return frame.noticing(List.of(DemandRefusals.say(frame.texts(), refusal)));
    }

    private static Html asking(PageFrame frame, Map<String, String> sent, Map<String, Wrong> faults) {
        var texts = frame.texts();
        var heading = texts.say("demands.new");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("demands.heading"), Words.LIST), new Crumb(heading, ""));
        return Html.page(
                "data/demands/NewDemandPage",
                new NewDemandPage(
                        frame.titled(heading).at("demands", crumbs), new DemandForms(frame, sent, faults).ask()));
    }

    @GetMapping(Words.LIST + "/{id:XQ-.+}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "demands.done." + done), officer, id, Map.of(), Map.of());
    }

    @PostMapping(Words.LIST + "/{id:XQ-.+}/{act}")
    Object act(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> sent) {
        var wanted = Coded.find(DemandAct.class, act).orElseThrow(Words::notFound);
        return switch (demands.act(officer, id, wanted, DemandForms.answer(wanted, sent))) {
            case Outcome.Done<Demand, DemandRefusal> done -> Redirect.to(Words.LIST + "/" + id + "?done=" + act);
            case Outcome.Refused<Demand, DemandRefusal>(var refusal) -> {
                var faults = DemandRefusals.faults(refusal).entrySet().stream()
                        .collect(Collectors.toMap(fault -> fault.getKey() + "." + act, Map.Entry::getValue));
                yield draw(saying(frame, refusal), officer, id, sent, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Html draw(
            PageFrame frame, SignedIn.Officer officer, String id, Map<String, String> sent, Map<String, Wrong> faults) {
        var texts = frame.texts();
        var demand = demands.find(id).orElseThrow(Words::notFound);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("demands.heading"), Words.LIST), new Crumb(id, ""));
        var forms = new DemandForms(frame, sent, faults);
        var acts = demands.acts(officer, demand);
        var offices = acts.contains(DemandAct.ASSIGN) ? offices(texts, demand) : List.<Choice>of();
        return Html.page(
                "data/demands/DemandDetailPage",
                new DemandDetailPage(
                        frame.titled(demand.wanted().title()).at("demands", crumbs),
                        demand.wanted().title(),
                        Words.lamp(texts, demand, today),
                        standing(texts, demand),
                        facts(texts, demand),
                        story(texts, demand, today),
                        acts.stream()
                                .map(act -> forms.act(demand, act, offices))
                                .toList()));
    }

    private List<Choice> offices(Texts texts, Demand demand) {
        return directory.organisations().stream()
                .filter(office -> !office.code().equals(demand.asked().organisation()))
                .map(office -> Choice.of(office.code(), Words.office(texts, directory, office.code())))
                .toList();
    }

    private static String standing(Texts texts, Demand demand) {
        var state = Words.of(texts, "state", demand.state());
        return demand.dueOn()
                .map(due -> texts.say("demands.standing.due", state, texts.day(due)))
                .orElse(state);
    }

    private KeyFacts facts(Texts texts, Demand demand) {
        var wanted = demand.wanted();
        var facts = new ArrayList<Fact>();
        facts.add(fact(texts, "id", demand.id()));
        facts.add(fact(
                        texts,
                        "asker",
                        Words.office(texts, directory, demand.asked().organisation()))
                .noting(texts.say(
                        "demands.fact.asker.note",
                        demand.asked().name(),
                        texts.moment(demand.asked().at()))));
        facts.add(fact(texts, "elements", wanted.elements()));
        facts.add(fact(texts, "purpose", wanted.purpose()));
        facts.add(fact(texts, "basis", wanted.basis()));
        facts.add(fact(texts, "frequency", Words.cycle(texts, demand)));
        demand.assigned().ifPresent(code -> facts.add(fact(texts, "assigned", Words.office(texts, directory, code))));
        demand.resource()
                .ifPresent(code ->
                        facts.add(fact(texts, "resource", code.value()).leadingTo("/desk/catalog/" + code.key())));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("demands.fact." + name), value);
    }

    private Timeline story(Texts texts, Demand demand, LocalDate today) {
        var steps = new ArrayList<Step>();
        for (var deed : demands.deeds(demand)) {
            var who = texts.say(
                    "demands.who",
                    Words.office(texts, directory, deed.organisation()),
                    deed.hand().name());
            var about = Words.office(texts, directory, deed.about());
            steps.add(Step.done(texts.say("demands.deed." + deed.deed(), about), who, texts.moment(deed.at()))
                    .saying(deed.why()));
        }
        demand.dueOn().ifPresent(due -> {
            var waiting = demand.state() == Demand.State.ASSIGNED
                    ? Words.office(texts, directory, demand.assigned().orElse(""))
                    : texts.say("demands.authority");
            steps.add(Step.now(
                    texts.say("demands.now." + demand.state().code()),
                    waiting,
                    texts.say("demands.due", texts.day(due)),
                    Words.lamp(texts, demand, today)));
        });
        return new Timeline(texts, steps);
    }
}
