package org.tongqu.platform.matter.past.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;

/**
 * The shortest way through a process to each of its results, found by trying every outcome of every task on the real
 * engine. Which outcome means what is nothing this program knows.
 *
 * @param toResult the outcomes to choose one after the other; a timer's is {@link #TIMER}
 * @param bends instead of routes, where many bodies work at the same time: where a case turns off the usual way
 * @param detours by task, the outcomes that ask the applicant to put something right
 */
record Routes(
        Map<String, List<String>> toResult, Map<String, List<String>> detours, Map<String, List<Bends.Bend>> bends) {

    /** Not an outcome: the applicant does nothing until a timer fires. */
    static final String TIMER = "";

    private static final int LONGEST = 9;
    /** Where a process has more places than this, bodies work in every order and no order is worth knowing. */
    private static final int MOST_PLACES = 1_500;

    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());

    static Routes of(Pack pack, Datum.Fields facts, WorkingCalendar calendar, Instant day) {
        return new Search(pack, calendar).from(facts, day);
    }

    /** The way with the most steps that waits for no timer: on which there is time to think better of it. */
    List<String> longest() {
        return toResult.values().stream()
                .filter(way -> !way.contains(TIMER))
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** A breadth-first walk over the states of one case. */
    static final class Search {

        private final Pack pack;
        private final WorkingCalendar calendar;
        private final Map<String, List<String>> toResult = new HashMap<>();
        private final Map<String, Set<String>> detours = new HashMap<>();

        Search(Pack pack, WorkingCalendar calendar) {
            this.pack = pack;
            this.calendar = calendar;
        }

        record Place(CaseState state, Instant now, List<String> way) {}

        Routes from(Datum.Fields facts, Instant day) {
            Datum known = facts;
            for (var kind : pack.process().organisationKinds()) {
                known = known.with("organisations." + kind, Datum.of("office"));
            }
            var open = new CaseCommand.Open(
                    "route", pack.clocks(), new Datum.Fields(known.fields("")), "applicant", "office");
            var start = step(new Place(CaseState.none(), day, List.of()), open, Actor.applicant("applicant", ""), "?");
            var waiting = new ArrayDeque<Place>();
            var seen = new HashSet<String>();
            start.forEach(place -> waiting.add(new Place(place.state(), place.now(), List.of())));
            while (!waiting.isEmpty()) {
                var place = waiting.poll();
                place.state().result().ifPresent(result -> toResult.putIfAbsent(result, place.way()));
                if (place.way().size() < LONGEST && seen.add(where(place.state()))) {
                    waiting.addAll(next(place));
                }
                if (seen.size() > MOST_PLACES) {
                    return new Bends(this, pack.process()).from(start.getFirst());
                }
            }
            var lists = new HashMap<String, List<String>>();
            detours.forEach((task, outcomes) -> lists.put(task, List.copyOf(outcomes)));
            return new Routes(Map.copyOf(toResult), Map.copyOf(lists), Map.of());
        }

        private static String where(CaseState state) {
            return state.tokens().stream().map(token -> token.nodeId()).sorted().toList()
                    + state.result().orElse("");
        }

        private List<Place> next(Place place) {
            var next = new ArrayList<Place>();
            for (var task : place.state().openTasks()) {
                var node = (Node.UserTask) pack.process().node(task.nodeId());
                for (var outcome : node.outcomes()) {
                    var complete = completing(place, task, outcome);
                    for (var reached : step(place, complete, actor(task), outcome.code())) {
                        noteDetour(task, outcome.code(), reached.state());
                        next.add(reached);
                    }
                }
            }
            for (var timer : place.state().timers()) {
                var later = new Place(place.state(), timer.dueAt(), place.way());
                next.addAll(step(later, new CaseCommand.FireTimer(timer.id()), Actor.system(""), TIMER));
            }
            return next;
        }

        CaseCommand completing(Place place, Task task, OfferedOutcome outcome) {
            return Cases.completing(place.state(), task, outcome, "?", new Moment(place.now(), calendar));
        }

        private void noteDetour(Task task, String outcome, CaseState reached) {
            if (task.performer() instanceof Performer.Role
                    && reached.openTasks().stream().anyMatch(open -> open.performer() instanceof Performer.Applicant)) {
                detours.computeIfAbsent(task.nodeId(), id -> new HashSet<>()).add(outcome);
            }
        }

        Actor actor(Task task) {
            return switch (task.performer()) {
                case Performer.Applicant applicant -> Actor.applicant("applicant", "");
                case Performer.Role(var role) -> Actor.officer("officer", "", "office", Set.of(role));
                case Performer.Person(var id) -> Actor.officer(id, "", "office", Set.of());
            };
        }

        List<Place> step(Place place, CaseCommand command, Actor actor, String choice) {
            var moment = new Moment(place.now(), calendar);
            var decided = Cases.decide(pack.process(), place.state(), command, actor, moment);
            while (decided instanceof Outcome.Done<List<CaseEvent>, ?>(var events)) {
                var state = Cases.replay(pack.process(), place.state(), events);
                var way = new ArrayList<>(place.way());
                way.add(choice);
                if (state.services().isEmpty()) {
                    return List.of(new Place(state, place.now(), List.copyOf(way)));
                }
                place = new Place(state, place.now(), place.way());
                var done =
                        new CaseCommand.ServiceDone(state.services().getFirst().id(), NO_FACTS);
                decided = Cases.decide(pack.process(), state, done, Actor.system(""), moment);
            }
            return List.of();
        }
    }
}
