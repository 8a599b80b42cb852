package org.tongqu.engines.cases.whatif;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Service;
import org.tongqu.engines.cases.Timer;
import org.tongqu.engines.cases.process.Mentioned;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;

/** Plays a case again under another definition, with what people did and the time they took for it. */
final class Replay {

    /** No case has so many acts; only a process that goes round without anybody does. */
    private static final int MOST_ACTS = 2_000;

    private static final Actor PLATFORM = Actor.system("");

    private final Definition definition;
    private final Observed observed;
    private final WorkingCalendar calendar;
    private final Instant until;
    private final Stands stands;
    private final Map<String, Integer> done = new HashMap<>();
    private CaseState state = CaseState.none();
    private Instant now = Instant.MIN;

    /** What comes next, and where: a deed of somebody, or a timer. */
    private record Next(Instant at, int number, String id, Optional<Observed.Deed> deed, Optional<Timer> timer) {}

    /** Ends the playing; caught where it began. */
    private static final class NobodyKnows extends RuntimeException {

        private final transient Unknown unknown;

        NobodyKnows(Unknown.Why why, String nodeId, String what) {
            super(null, null, false, false);
            this.unknown = new Unknown(why, nodeId, what);
        }
    }

    private Replay(Definition definition, Observed observed, Moment today) {
        this.definition = definition;
        this.observed = observed;
        this.calendar = today.calendar();
        this.until = today.now();
        this.stands = new Stands(definition.process());
    }

    /** How the case stands today, as it really went. */
    enum Today {
        OPEN,
        ENDED
    }

    /** @param stands of a case that is open nothing is played that comes after today */
    static Outcome<CaseState, Unknown> of(
            Definition definition, Observed observed, CaseEvent.CaseOpened opened, Today stands, Moment today) {
        var replay = new Replay(definition, observed, today);
        try {
            replay.open(opened);
            replay.play(stands == Today.OPEN);
            return Outcome.done(replay.state);
        } catch (NobodyKnows why) {
            return Outcome.refused(why.unknown);
        }
    }

    private void open(CaseEvent.CaseOpened opened) {
        now = opened.at();
        act(
                new CaseCommand.Open(
                        opened.caseId(),
                        definition.clocks(),
                        opened.facts(),
                        opened.applicant(),
                        opened.organisation()),
                PLATFORM,
                "");
    }

    private void play(boolean goesOn) {
        for (int acts = 0; state.ending().isEmpty(); acts++) {
            if (acts > MOST_ACTS) {
                throw new NobodyKnows(Unknown.Why.WITHOUT_END, "", "");
            }
            var next = next();
            var limit = next.map(Next::at).filter(at -> !goesOn || !at.isAfter(until));
            undecidedBefore(limit.orElse(goesOn ? until : Instant.MAX));
            if (limit.isEmpty()) {
                if (!goesOn) {
                    throw new NobodyKnows(Unknown.Why.NEVER_DECIDED, standing(), "");
                }
                return;
            }
            now = limit.get().isBefore(now) ? now : limit.get();
            take(next.orElseThrow());
        }
    }

    private String standing() {
        return state.tokens().isEmpty() ? "" : state.tokens().getFirst().nodeId();
    }

    /** Nobody knows what was decided where a case stood longer than it did in truth, or never stood at all. */
    private void undecidedBefore(Instant at) {
        for (var stay : stands.all()) {
            if (!stay.isOpen()
                    || stay.stand().place().startsWith(Stand.group(""))
                    || pending(stay).isPresent()) {
                continue;
            }
            var truly = observed.stay(stay.stand());
            if (truly.isEmpty()) {
                throw new NobodyKnows(Unknown.Why.NEVER_DECIDED, stay.nodeId(), "");
            }
            var left = truly.get().until();
            if (left.isPresent() && moved(left.get(), stay).isBefore(at)) {
                throw new NobodyKnows(Unknown.Why.LEFT_UNDECIDED, stay.nodeId(), "");
            }
        }
    }

    private Optional<Next> next() {
        var deeds = stands.all().stream()
                .flatMap(stay -> pending(stay)
                        .map(deed -> new Next(
                                moved(deed.event().at(), stay),
                                deed.number(),
                                stay.id(),
                                Optional.of(deed),
                                Optional.empty()))
                        .stream());
        var ofCase = deed(observed.ofCase(), "")
                .map(deed -> new Next(deed.event().at(), deed.number(), "", Optional.of(deed), Optional.empty()));
        var timers = state.handling().suspension().isPresent()
                ? Stream.<Next>empty()
                : state.timers().stream()
                        .map(timer -> new Next(
                                observed.fired(timer).at(),
                                observed.fired(timer).number(),
                                timer.id(),
                                Optional.empty(),
                                Optional.of(timer)));
        return Stream.of(deeds, ofCase.stream(), timers)
                .flatMap(some -> some)
                .min(Comparator.comparing(Next::at).thenComparingInt(Next::number));
    }

    /** What is still to be done there, if it can be. */
    private Optional<Observed.Deed> pending(Stands.Stay stay) {
        return deed(observed.at(stay.stand()), stay.id())
                .filter(deed -> stay.isOpen() || deed.event() instanceof CaseEvent.TaskRecalled);
    }

    private Optional<Observed.Deed> deed(List<Observed.Deed> deeds, String id) {
        var before = done.getOrDefault(id, 0);
        return before < deeds.size() ? Optional.of(deeds.get(before)) : Optional.empty();
    }

    private Instant moved(Instant at, Stands.Stay stay) {
        var since = observed.stay(stay.stand()).map(Stands.Stay::from).orElse(stay.from());
        return new Shift(calendar).of(at, since, stay.from()).fold(shifted -> shifted, silent -> {
            throw new NobodyKnows(Unknown.Why.CALENDAR_SILENT, "", String.valueOf(silent.year()));
        });
    }

    private void take(Next next) {
        if (next.timer().isPresent()) {
            act(
                    new CaseCommand.FireTimer(next.id()),
                    PLATFORM,
                    next.timer().get().nodeId());
            return;
        }
        done.merge(next.id(), 1, Integer::sum);
        var event = next.deed().orElseThrow().event();
        var id = event instanceof CaseEvent.MessageReceived ? "" : next.id();
        var nodeId = stands.find(next.id()).map(Stands.Stay::nodeId).orElse("");
        new Again(state).asking(event, id).ifPresent(asking -> again(event, asking, nodeId));
    }

    private void again(CaseEvent event, Again.Asking asking, String nodeId) {
        var outcome = decide(asking.command(), asking.actor());
        if (outcome instanceof Outcome.Refused<List<CaseEvent>, CaseRefusal>(var why)
                && why instanceof CaseRefusal.CrossesParallel) {
            outcome = decide(Again.wider(asking.command()), asking.actor());
        }
        switch (outcome) {
            case Outcome.Done<List<CaseEvent>, CaseRefusal>(var events) -> follow(events);
            case Outcome.Refused<List<CaseEvent>, CaseRefusal>(var why) -> {
                if (!changesNothing(event)) {
                    throw unknown(why, asking.command(), nodeId);
                }
            }
        }
    }

    /** Refused, it would have been without consequence: the law gave no more time, or nobody waited for what was told. */
    private boolean changesNothing(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ClockProlonged prolonged -> true;
            case CaseEvent.CaseResumed resumed -> state.handling().suspension().isEmpty();
            case CaseEvent.MessageReceived told ->
                definition.process().nodes().values().stream()
                        .noneMatch(node -> node instanceof Node.WaitMessage wait
                                        && wait.message().equals(told.message())
                                || node instanceof Node.Listener listener
                                        && listener.trigger().equals(new Node.Trigger.Message(told.message())));
            case CaseEvent.SignalCaught caught ->
                definition.process().nodes().values().stream()
                        .noneMatch(node -> node instanceof Node.WaitSignal wait
                                        && wait.signal().equals(caught.signal())
                                || node instanceof Node.Listener listener
                                        && listener.trigger().equals(new Node.Trigger.Signal(caught.signal())));
            default -> false;
        };
    }

    private void act(CaseCommand command, Actor actor, String nodeId) {
        switch (decide(command, actor)) {
            case Outcome.Done<List<CaseEvent>, CaseRefusal>(var events) -> follow(events);
            case Outcome.Refused<List<CaseEvent>, CaseRefusal>(var why) -> throw unknown(why, command, nodeId);
        }
    }

    private Outcome<List<CaseEvent>, CaseRefusal> decide(CaseCommand command, Actor actor) {
        return Cases.decide(definition.process(), state, command, actor, new Moment(now, calendar));
    }

    private void follow(List<CaseEvent> events) {
        events.forEach(stands::follow);
        state = Cases.replay(definition.process(), state, events);
        state.services().stream()
                .filter(service -> stands.find(service.id())
                        .flatMap(stay -> observed.stay(stay.stand()))
                        .isEmpty())
                .findFirst()
                .ifPresent(this::serve);
    }

    /** A service answers at once; what it was never asked there it may have been asked elsewhere. */
    private void serve(Service service) {
        var answer = observed.answer(service).orElseGet(() -> nothingAsked(service));
        act(new CaseCommand.ServiceDone(service.id(), answer), PLATFORM, service.nodeId());
    }

    /** A service that never ran is taken to add nothing, unless something asks for what it might have added. */
    private Datum.Fields nothingAsked(Service service) {
        var known = state.facts().values().keySet();
        for (var fact : Mentioned.in(definition.process())) {
            if (!known.contains(fact)) {
                throw new NobodyKnows(Unknown.Why.SERVICE_NEVER_ASKED, service.nodeId(), fact);
            }
        }
        return new Datum.Fields(Map.of());
    }

    private static NobodyKnows unknown(CaseRefusal refusal, CaseCommand command, String nodeId) {
        return switch (refusal) {
            case CaseRefusal.OutcomeUnknown gone -> new NobodyKnows(Unknown.Why.OUTCOME_GONE, nodeId, gone.outcome());
            case CaseRefusal.RulesConflict rows -> new NobodyKnows(Unknown.Why.ROWS_CONTRADICT, nodeId, rows.table());
            case CaseRefusal.CalendarSilent silent ->
                new NobodyKnows(Unknown.Why.CALENDAR_SILENT, "", String.valueOf(silent.year()));
            case CaseRefusal.OrganisationUnknown missing ->
                new NobodyKnows(Unknown.Why.ORGANISATION_UNKNOWN, "", missing.kind());
            default ->
                new NobodyKnows(
                        Unknown.Why.ACT_REFUSED, nodeId, command.getClass().getSimpleName());
        };
    }
}
