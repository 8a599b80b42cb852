package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.kernel.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.engines.cases.process.Voices;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** Steps that several decide: who is asked, what comes of a voice, more and fewer voices. */
record GroupActs(Progress progress) {

    private static final String ORGANISATIONS = "organisations.";

    /** Asks all, or the first of them. */
    void open(Node.UserTask node, Voices voices, String groupId) {
        progress.add(new CaseEvent.GroupOpened(progress.now(), groupId, node.id(), seats(node, voices)));
        askNext(node, voices, groupId);
    }

    /** What follows a voice; the decision, once it is made. */
    Optional<String> heard(Node.UserTask node, Voices voices, String groupId) {
        var group = group(groupId);
        var decision = voices.decision(group.spoken(), group.seats().size(), node.outcomes());
        if (decision.isPresent()) {
            new Places(progress).closeAround(groupId, CaseEvent.Cancellation.DECIDED);
        } else {
            askNext(node, voices, groupId);
        }
        return decision;
    }

    private void askNext(Node.UserTask node, Voices voices, String groupId) {
        var together = voices.order() == Voices.Order.TOGETHER;
        while (group(groupId).opened() < group(groupId).seats().size()
                && (together || progress.state().tiedTo(groupId).isEmpty())) {
            ask(node, group(groupId));
        }
    }

    private void ask(Node.UserTask node, Group group) {
        var seat = group.seats().get(group.opened());
        var deadline = node.limit().map(limit -> progress.deadline(limit, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING));
        progress.add(new CaseEvent.TaskOpened(
                progress.now(),
                group.id() + ".v" + progress.state().version(),
                node.id(),
                seat.performer(),
                seat.organisation(),
                deadline.map(Deadline::dueAt),
                deadline.map(Deadline::warnAt),
                seat.who(),
                Optional.of(new Task.Tie(Task.Tie.Kind.SEAT, group.id())),
                deadline.map(Deadline::edition)));
    }

    /** Never empty: where the facts name nobody, the handling organisation is asked. */
    private List<Group.Seat> seats(Node.UserTask node, Voices voices) {
        var seats = new ArrayList<Group.Seat>();
        for (var voice : voices.fixed()) {
            seats.add(
                    new Group.Seat(voice.performer(), organisation(progress.state(), voice.kind()), Optional.empty()));
        }
        if (!voices.each().isEmpty()) {
            progress.state().facts().items(voices.each()).forEach(item -> seats.add(seat(node, item)));
        }
        if (seats.isEmpty()) {
            seats.add(new Group.Seat(node.performer(), organisation(progress.state(), ""), Optional.empty()));
        }
        return seats;
    }

    /** The code of an organisation, or {@code {organisation, role, person, name}}. */
    private Group.Seat seat(Node.UserTask node, Datum item) {
        var own = organisation(progress.state(), "");
        if (item instanceof Datum.Text(var code)) {
            return new Group.Seat(node.performer(), code, Optional.empty());
        }
        var organisation = item.text("organisation").orElse(own);
        var person = item.text("person");
        if (person.isPresent()) {
            var who = new Assignee(person.get(), item.text("name").orElse(person.get()));
            return new Group.Seat(new Performer.Person(who.id()), organisation, Optional.of(who));
        }
        var performer = item.text("role").<Performer>map(Performer.Role::new).orElse(node.performer());
        return new Group.Seat(performer, organisation, Optional.empty());
    }

    private Group group(String groupId) {
        return progress.state().findGroup(groupId).orElseThrow();
    }

    /** Another voice (加签), asked at once or when its turn comes. */
    static Outcome<List<CaseEvent>, CaseRefusal> add(Asked asked, Task task, CaseCommand.AddVoices command) {
        var group = group(asked, task);
        var voices = asked.node(task).voices();
        var barred = first(
                () -> asked.may(task, StepRules.Operation.SIGN),
                () -> group.isPresent()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NotAllowedHere("voices", task.nodeId())),
                () -> command.who().isEmpty() ? Optional.of(new CaseRefusal.NothingNamed("voices")) : Optional.empty(),
                () -> missing(command.why(), "voices"),
                () -> command.who().stream()
                        .filter(who -> group.orElseThrow().seats().stream()
                                .anyMatch(seat -> seat.who().filter(who::equals).isPresent()))
                        .findFirst()
                        .map(who -> new CaseRefusal.SignerAlready(who.name())));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        var seats = command.who().stream()
                .distinct()
                .map(who -> new Group.Seat(new Performer.Person(who.id()), task.organisation(), Optional.of(who)))
                .toList();
        var id = group.orElseThrow().id();
        progress.add(new CaseEvent.VoicesAdded(
                asked.now(), asked.actor().id(), asked.actor().name(), id, task.nodeId(), seats, command.why()));
        new GroupActs(progress).askNext(asked.node(task), voices.orElseThrow(), id);
        return progress.outcome();
    }

    /** A voice fewer (减签), which may decide the step; the last one stays. */
    static Outcome<List<CaseEvent>, CaseRefusal> remove(Asked asked, Task task, CaseCommand.RemoveVoice command) {
        var group = group(asked, task);
        var seat = group.flatMap(found -> found.seats().stream()
                .filter(one ->
                        one.who().filter(who -> who.id().equals(command.who())).isPresent())
                .findFirst());
        var barred = first(
                () -> asked.may(task, StepRules.Operation.SIGN),
                () -> missing(command.why(), "voices"),
                () -> seat.isPresent() ? Optional.empty() : Optional.of(new CaseRefusal.NoSuchSigner(command.who())),
                () -> asked.state().doneTasks().stream()
                        .filter(done -> done.task().isTiedTo(group.orElseThrow().id())
                                && done.task()
                                        .performer()
                                        .equals(seat.orElseThrow().performer()))
                        .findFirst()
                        .map(done -> new CaseRefusal.TaskAlreadyDone(
                                done.task().id(), done.byName(), done.outcome(), done.at())),
                () -> group.orElseThrow().seats().size() > 1
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NothingNamed("voices")));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var id = group.orElseThrow().id();
        var progress = asked.progress();
        progress.add(new CaseEvent.VoiceRemoved(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                id,
                task.nodeId(),
                seat.orElseThrow(),
                command.why()));
        asked.state().tiedTo(id).stream()
                .filter(open -> open.performer().equals(seat.orElseThrow().performer()))
                .findFirst()
                .ifPresent(open -> {
                    new Places(progress).closeAround(open.id(), CaseEvent.Cancellation.REMOVED);
                    progress.add(new CaseEvent.TaskCancelled(
                            asked.now(), open.id(), open.nodeId(), CaseEvent.Cancellation.REMOVED));
                });
        new TaskActs(asked).voiceHeard(asked.node(task), id, progress);
        return progress.outcome();
    }

    /** The organisation of the kind, as the facts of the case name it; the handling one for no kind. */
    static String organisation(CaseState state, String kind) {
        return kind.isEmpty()
                ? state.opened().organisation()
                : state.facts()
                        .text(ORGANISATIONS + kind)
                        .orElseGet(() -> state.opened().organisation());
    }

    /**
     * A process names kinds of organisations, because it is the same in every city. Every kind must be known when a case
     * is opened: later nobody could mend it.
     */
    static Optional<CaseRefusal> allKnown(Process process, CaseCommand.Open command) {
        return process.organisationKinds().stream()
                .filter(kind -> command.facts().text(ORGANISATIONS + kind).isEmpty())
                .findFirst()
                .map(CaseRefusal.OrganisationUnknown::new);
    }

    private static Optional<Group> group(Asked asked, Task task) {
        return task.tie().filter(Task.Tie::isSeat).flatMap(tie -> asked.state().findGroup(tie.to()));
    }
}
