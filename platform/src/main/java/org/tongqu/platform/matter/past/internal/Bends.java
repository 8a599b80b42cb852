package org.tongqu.platform.matter.past.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.Process;

/**
 * How a case that many bodies handle at the same time can end: the usual way takes the first outcome of every task, and
 * each other end is reached by turning off it once. Trying the turns of one way is enough, whatever the order of the
 * bodies, where trying every order would never end.
 */
final class Bends {

    private static final int LONGEST = 400;

    private final Routes.Search search;
    private final Process process;
    private final Map<String, List<Bend>> bends = new HashMap<>();
    private final Map<String, Set<String>> detours = new HashMap<>();

    Bends(Routes.Search search, Process process) {
        this.search = search;
        this.process = process;
    }

    /**
     * One turn off the usual way.
     *
     * @param node at which step
     * @param outcome chosen there; {@link Routes#TIMER} where nobody does anything until a timer fires
     * @param after what the applicant does who is asked for something by it
     */
    record Bend(String node, String outcome, After after) {}

    /** What follows a turn. */
    enum After {
        GOES_ON,
        LAPSES
    }

    Routes from(Routes.Search.Place start) {
        var usual = new ArrayList<String>();
        var place = start;
        while (!place.state().openTasks().isEmpty() && usual.size() < LONGEST) {
            var task = place.state().openTasks().getFirst();
            turns(place, task);
            usual.add(outcomes(task).getFirst());
            place = choose(place, task, usual.getLast()).getFirst();
        }
        place.state().result().ifPresent(result -> bends.put(result, List.of()));
        var lists = new HashMap<String, List<String>>();
        detours.forEach((node, outcomes) -> lists.put(node, List.copyOf(outcomes)));
        return new Routes(Map.of("", List.copyOf(usual)), Map.copyOf(lists), Map.copyOf(bends));
    }

    private void turns(Routes.Search.Place place, Task task) {
        if (task.performer() instanceof Performer.Applicant) {
            fire(place).forEach(reached -> note(reached, new Bend(task.nodeId(), Routes.TIMER, After.GOES_ON)));
            return;
        }
        for (var outcome : outcomes(task).subList(1, outcomes(task).size())) {
            for (var reached : choose(place, task, outcome)) {
                var asked = reached.state().openTasks().stream()
                        .anyMatch(open -> open.performer() instanceof Performer.Applicant);
                if (asked) {
                    detours.computeIfAbsent(task.nodeId(), node -> new TreeSet<>())
                            .add(outcome);
                    fire(reached).forEach(late -> note(late, new Bend(task.nodeId(), outcome, After.LAPSES)));
                }
                note(reached, new Bend(task.nodeId(), outcome, After.GOES_ON));
            }
        }
    }

    private List<Routes.Search.Place> fire(Routes.Search.Place place) {
        return place.state().timers().stream()
                .flatMap(timer -> search
                        .step(
                                new Routes.Search.Place(place.state(), timer.dueAt(), place.way()),
                                new CaseCommand.FireTimer(timer.id()),
                                Actor.system(""),
                                Routes.TIMER)
                        .stream())
                .toList();
    }

    /** Goes on in the usual way from there and notes where that ends. */
    private void note(Routes.Search.Place from, Bend bend) {
        var place = from;
        for (int i = 0; i < LONGEST && !place.state().openTasks().isEmpty(); i++) {
            var task = place.state().openTasks().getFirst();
            place = choose(place, task, outcomes(task).getFirst()).getFirst();
        }
        place.state()
                .result()
                .ifPresent(result ->
                        bends.computeIfAbsent(result, key -> new ArrayList<>()).add(bend));
    }

    private List<Routes.Search.Place> choose(Routes.Search.Place place, Task task, String outcome) {
        var offered = process.userTask(task.nodeId()).findOutcome(outcome).orElseThrow();
        return search.step(place, search.completing(place, task, offered), search.actor(task), outcome);
    }

    private List<String> outcomes(Task task) {
        return ((Node.UserTask) process.node(task.nodeId())).outcomeCodes();
    }
}
