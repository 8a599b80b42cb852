package org.tongqu.engines.cases;

import static org.tongqu.kernel.Outcome.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;

/** What a decision is made of: the case as it is, who asks, and when. */
record Asked(Process process, CaseState state, Actor actor, Moment moment) {

    Progress progress() {
        return new Progress(process, state, moment);
    }

    Instant now() {
        return moment.now();
    }

    Node.UserTask node(Task task) {
        return process.userTask(task.nodeId());
    }

    Outcome<List<CaseEvent>, CaseRefusal> onTask(
            String taskId, Function<Task, Outcome<List<CaseEvent>, CaseRefusal>> act) {
        var doneBefore = state.findDoneTask(taskId);
        if (doneBefore.isPresent()) {
            var before = doneBefore.get();
            return refused(Rights.moveAbout(state.opened(), before.task(), actor)
                    .orElseGet(() ->
                            new CaseRefusal.TaskAlreadyDone(taskId, before.byName(), before.outcome(), before.at())));
        }
        var barred = notRunning();
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        return state.findOpenTask(taskId).map(act).orElseGet(() -> refused(new CaseRefusal.NoSuchTask(taskId)));
    }

    /** Why nothing is done on the case at all now: it is over or suspended. */
    Optional<CaseRefusal> notRunning() {
        return over().or(() -> state.handling()
                .suspension()
                .map(suspension -> new CaseRefusal.Suspended(suspension.byName(), suspension.why(), suspension.at())));
    }

    Optional<CaseRefusal> over() {
        return state.ending().map(ending -> new CaseRefusal.Ended(ending.result(), ending.at()));
    }

    /** Whether the actor works on the step and the step allows the operation. */
    Optional<CaseRefusal> may(Task task, StepRules.Operation operation) {
        return first(
                () -> Rights.perform(state.opened(), task, actor),
                () -> Rights.untakenByOthers(task, actor),
                () -> Rights.decideAlone(task, actor),
                () -> task.isStep() && node(task).rules().may().contains(operation)
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NotAllowedHere(operation.word(), task.nodeId())));
    }

    /** Whether the actor works on any open step that allows the operation for the case; the platform always may. */
    Optional<CaseRefusal> mayForCase(StepRules.Operation operation) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return Optional.empty();
        }
        var refusals =
                state.openTasks().stream().map(task -> may(task, operation)).toList();
        return refusals.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : refusals.stream()
                        .flatMap(Optional::stream)
                        .filter(CaseRefusal.NotAllowedHere.class::isInstance)
                        .findFirst()
                        .or(() -> Optional.of(new CaseRefusal.NotYours("system", "")));
    }

    static Optional<CaseRefusal> missing(String reason, String what) {
        return reason.isBlank() ? Optional.of(new CaseRefusal.ReasonMissing(what)) : Optional.empty();
    }

    @SafeVarargs
    static Optional<CaseRefusal> first(Supplier<Optional<CaseRefusal>>... checks) {
        return Stream.of(checks).flatMap(check -> check.get().stream()).findFirst();
    }

    static Outcome<List<CaseEvent>, CaseRefusal> unless(
            Optional<CaseRefusal> barred, Supplier<Outcome<List<CaseEvent>, CaseRefusal>> otherwise) {
        return barred.isPresent() ? refused(barred.get()) : otherwise.get();
    }
}
