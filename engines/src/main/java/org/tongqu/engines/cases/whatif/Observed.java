package org.tongqu.engines.cases.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.Service;
import org.tongqu.engines.cases.Timer;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.data.Datum;

/** What people, services and the world outside did in a case, and where it stood then. */
final class Observed {

    private final Process process;
    private final Stands stands;
    private final Map<Stand, List<Deed>> byStand = new HashMap<>();
    private final List<Deed> ofCase = new ArrayList<>();
    private final Map<String, Datum.Fields> answers = new HashMap<>();
    private final Map<String, Over> fired = new HashMap<>();
    private final Map<String, Timer> timerSet = new HashMap<>();
    private final Map<String, String> services = new HashMap<>();
    private final Map<String, Stand> specials = new HashMap<>();
    private final Map<Stand, Stands.Stay> stays = new LinkedHashMap<>();

    /** @param number its place among all deeds of the case */
    record Deed(int number, CaseEvent event) {}

    /** @param number the place among all deeds of what ended a timer */
    record Over(Instant at, int number) {}

    private Observed(Process process) {
        this.process = process;
        this.stands = new Stands(process);
    }

    static Observed in(Process process, List<CaseEvent> events) {
        var observed = new Observed(process);
        for (int i = 0; i < events.size(); i++) {
            observed.note(new Deed(i, events.get(i)), events.subList(0, i));
            observed.stands.follow(events.get(i));
        }
        observed.timerSet
                .values()
                .forEach(timer -> observed.fired.put(
                        timer.nodeId() + " " + timer.dueAt(), new Over(Instant.MAX, Integer.MAX_VALUE)));
        observed.stands.all().forEach(stay -> observed.stays.put(stay.stand(), stay));
        return observed;
    }

    /** What was done there, in order. */
    List<Deed> at(Stand stand) {
        return byStand.getOrDefault(stand, List.of());
    }

    /** What was done to the case as a whole, in order. */
    List<Deed> ofCase() {
        return ofCase;
    }

    /** From when and until when the case stood there; empty where it never did. */
    Optional<Stands.Stay> stay(Stand stand) {
        return Optional.ofNullable(stays.get(stand));
    }

    /** What a service answered to the same request anywhere in the case. */
    Optional<Datum.Fields> answer(Service service) {
        return Optional.ofNullable(answers.get(service.action() + " " + service.with()));
    }

    /**
     * When a timer that was due then fired in truth, or was called off: the platform may have been busy, or somebody
     * quicker.
     */
    Over fired(Timer timer) {
        return fired.getOrDefault(timer.nodeId() + " " + timer.dueAt(), new Over(timer.dueAt(), Integer.MAX_VALUE));
    }

    private void note(Deed deed, List<CaseEvent> before) {
        switch (deed.event()) {
            case CaseEvent.TaskCompleted e -> at(e.taskId(), deed);
            case CaseEvent.TaskReturned e -> at(e.taskId(), deed);
            case CaseEvent.TaskRecalled e -> at(e.taskId(), deed);
            case CaseEvent.SignersAdded e -> at(e.taskId(), deed);
            case CaseEvent.SignerRemoved e -> at(e.taskId(), deed);
            case CaseEvent.SupplementAsked e -> at(e.taskId(), deed);
            case CaseEvent.SpecialBegun e -> {
                at(e.taskId(), deed);
                stands.find(e.taskId()).ifPresent(stay -> specials.put(e.specialId(), stay.stand()));
            }
            case CaseEvent.SpecialEnded e ->
                Optional.ofNullable(specials.get(e.specialId())).ifPresent(stand -> add(stand, deed));
            case CaseEvent.MaterialsPromised e -> lastOpen(e.nodeId()).ifPresent(stay -> add(stay.stand(), deed));
            case CaseEvent.VoicesAdded e -> at(e.groupId(), deed);
            case CaseEvent.VoiceRemoved e -> at(e.groupId(), deed);
            case CaseEvent.MessageReceived e -> message(e, deed);
            case CaseEvent.SignalCaught e -> {
                if (isGivenFromOutside(e, before)) {
                    ofCase.add(deed);
                }
            }
            case CaseEvent.PromiseKept e -> ofCase.add(deed);
            case CaseEvent.StepReopened e -> {
                if (!(before.getLast() instanceof CaseEvent.TaskCompleted objection)
                        || !objection.at().equals(e.at())) {
                    ofCase.add(deed);
                }
            }
            case CaseEvent.CaseSuspended e -> ofCase.add(deed);
            case CaseEvent.CaseResumed e -> ofCase.add(deed);
            case CaseEvent.CaseTerminated e -> ofCase.add(deed);
            case CaseEvent.CaseWithdrawn e -> ofCase.add(deed);
            case CaseEvent.ClockProlonged e -> ofCase.add(deed);
            case CaseEvent.ServiceRequested e -> services.put(e.taskId(), e.action() + " " + e.with());
            case CaseEvent.ServiceDone e -> {
                at(e.taskId(), deed);
                answers.put(services.getOrDefault(e.taskId(), ""), e.facts());
            }
            case CaseEvent.ErrorCaught e -> at(e.taskId(), deed);
            case CaseEvent.TimerSet e ->
                timerSet.put(e.timerId(), new Timer(e.timerId(), e.nodeId(), e.taskId(), e.dueAt()));
            case CaseEvent.TimerFired e -> over(e.timerId(), new Over(e.at(), deed.number()));
            case CaseEvent.TimerCancelled e -> over(e.timerId(), new Over(e.at(), deed.number()));
            default -> {}
        }
    }

    private void over(String timerId, Over over) {
        var timer = timerSet.remove(timerId);
        if (timer != null && !over.at().isBefore(timer.dueAt())) {
            fired.put(timer.nodeId() + " " + timer.dueAt(), over);
        }
    }

    /** A place that waits takes it before an edge, which listens for the whole of its host. */
    private void message(CaseEvent.MessageReceived received, Deed deed) {
        var listens = process.findNode(received.nodeId())
                .filter(Node.Listener.class::isInstance)
                .isPresent();
        var waiting = stands.last(Stand.message(received.message()));
        if (listens || waiting.isEmpty()) {
            ofCase.add(deed);
        } else {
            add(waiting.get().stand(), deed);
        }
    }

    /** Not answered by the case itself, which gives a sign and hears it at one instant. */
    private static boolean isGivenFromOutside(CaseEvent.SignalCaught caught, List<CaseEvent> before) {
        for (int i = before.size() - 1; i >= 0 && before.get(i).at().equals(caught.at()); i--) {
            if (before.get(i) instanceof CaseEvent.SignalSent sent
                    && sent.signal().equals(caught.signal())) {
                return false;
            }
            if (before.get(i) instanceof CaseEvent.SignalCaught sooner
                    && sooner.signal().equals(caught.signal())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Stands.Stay> lastOpen(String nodeId) {
        return stands.all().stream()
                .filter(stay -> stay.isOpen() && stay.nodeId().equals(nodeId))
                .filter(stay -> Stand.isStep(stay.stand().place(), nodeId))
                .reduce((before, later) -> later);
    }

    private void at(String id, Deed deed) {
        stands.find(id).ifPresent(stay -> add(stay.stand(), deed));
    }

    private void add(Stand stand, Deed deed) {
        byStand.computeIfAbsent(stand, none -> new ArrayList<>()).add(deed);
    }
}
