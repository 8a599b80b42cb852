package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.engines.cases.Asked.unless;
import static org.tongqu.kernel.Outcome.done;
import static org.tongqu.kernel.Outcome.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Charge;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;

/** What people do with one task. */
record TaskActs(Asked asked) {

    /** Nobody is urged twice a day about the same task. */
    private static final Duration URGED_AGAIN_AFTER = Duration.ofHours(24);

    Outcome<List<CaseEvent>, CaseRefusal> claim(Task task) {
        return unless(
                first(
                        () -> Rights.perform(asked.state().opened(), task, asked.actor()),
                        () -> Rights.untakenByOthers(task, asked.actor())),
                () -> done(task.assignee().isPresent() ? List.of() : List.of(claimed(task))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> release(Task task) {
        return unless(
                first(
                        () -> Rights.moveAbout(asked.state().opened(), task, asked.actor()),
                        () -> Rights.untakenByOthers(task, asked.actor()),
                        () -> Rights.decideAlone(task, asked.actor()),
                        () -> task.assignee().isPresent() && task.isStep()
                                ? Optional.empty()
                                : Optional.of(new CaseRefusal.NotClaimed(task.id()))),
                () -> done(List.of(new CaseEvent.TaskReleased(asked.now(), by(), byName(), task.id()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> transfer(Task task, CaseCommand.Transfer command) {
        return unless(
                first(
                        () -> Rights.moveAbout(asked.state().opened(), task, asked.actor()),
                        () -> Rights.untakenByOthers(task, asked.actor()),
                        () -> asked.actor().kind() == Actor.Kind.SYSTEM
                                ? Optional.empty()
                                : Rights.decideAlone(task, asked.actor()),
                        () -> missing(command.why(), "transfer")),
                () -> done(List.of(new CaseEvent.TaskTransferred(
                        asked.now(), by(), byName(), task.id(), command.to(), command.why()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> delegate(Task task, CaseCommand.Delegate command) {
        return unless(
                first(
                        () -> asked.may(task, StepRules.Operation.DELEGATE),
                        () -> missing(command.why(), "delegate"),
                        () -> command.to().id().equals(by())
                                ? Optional.of(new CaseRefusal.NothingNamed("delegate"))
                                : Optional.empty()),
                () -> done(withClaim(
                        task,
                        new CaseEvent.TaskDelegated(
                                asked.now(), by(), byName(), task.id(), command.to(), command.why()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> giveBack(Task task, CaseCommand.GiveBack command) {
        var isOwner = task.delegator().filter(owner -> owner.id().equals(by())).isPresent();
        return unless(
                first(
                        () -> Rights.moveAbout(asked.state().opened(), task, asked.actor()),
                        () -> Rights.untakenByOthers(task, asked.actor()),
                        () -> task.delegator().isPresent()
                                ? Optional.empty()
                                : Optional.of(new CaseRefusal.NotDelegated(task.id())),
                        () -> isOwner ? Optional.empty() : missing(command.opinion(), "give-back")),
                () -> done(List.of(
                        new CaseEvent.TaskGivenBack(asked.now(), by(), byName(), task.id(), command.opinion()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> urge(Task task, CaseCommand.Urge command) {
        var lately = task.urgedAt()
                .filter(at -> asked.now().isBefore(at.plus(URGED_AGAIN_AFTER)))
                .map(at -> (CaseRefusal) new CaseRefusal.UrgedBefore(at));
        return unless(
                first(() -> Rights.beConcerned(asked.state().opened(), asked.actor()), () -> lately),
                () -> done(List.of(new CaseEvent.TaskUrged(asked.now(), by(), byName(), task.id(), command.why()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> complete(Task task, CaseCommand.Complete command) {
        var offered = Cases.outcomes(asked.process(), task).stream()
                .filter(outcome -> outcome.code().equals(command.outcome()))
                .findFirst();
        var barred = first(
                () -> Rights.perform(asked.state().opened(), task, asked.actor()),
                () -> Rights.untakenByOthers(task, asked.actor()),
                () -> Rights.decideAlone(task, asked.actor()),
                () -> offered.isPresent()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.OutcomeUnknown(command.outcome(), codes(task))),
                () -> held(task),
                () -> offered.flatMap(outcome -> ruledOut(task, outcome, command)));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var outcome = offered.orElseThrow();
        var progress = asked.progress();
        if (task.assignee().isEmpty()) {
            progress.add(claimed(task));
        }
        progress.add(new CaseEvent.TaskCompleted(
                asked.now(),
                by(),
                byName(),
                task.id(),
                task.nodeId(),
                outcome.code(),
                command.reason(),
                command.facts()));
        new Places(progress).cancelTimersOf(task.id());
        after(task, outcome, command.reason(), progress);
        return progress.outcome();
    }

    private void after(Task task, OfferedOutcome outcome, String reason, Progress progress) {
        var going = new Going(progress);
        if (task.tie().isPresent()) {
            switch (task.tie().get().kind()) {
                case SUPPLEMENT, SIGN_BEFORE -> going.clocks().settle();
                case SIGN_AFTER -> signed(task.tie().get().to(), outcome, reason, going, progress);
                case SEAT -> voiceHeard(asked.node(task), task.tie().get().to(), progress);
            }
            return;
        }
        if (!task.signers().isEmpty()) {
            task.signers().forEach(signer -> going.ask(task, Task.Tie.Kind.SIGN_AFTER, Optional.of(signer)));
            going.clocks().settle();
            return;
        }
        going.on(asked.state().findToken(task.id()).orElseThrow(), outcome);
    }

    /** Goes on with the step once enough have spoken. */
    void voiceHeard(Node.UserTask node, String groupId, Progress progress) {
        var going = new Going(progress);
        var decision = new GroupActs(progress).heard(node, node.voices().orElseThrow(), groupId);
        if (decision.isEmpty()) {
            going.clocks().settle();
            return;
        }
        progress.add(new CaseEvent.GroupDecided(asked.now(), by(), byName(), groupId, node.id(), decision.get()));
        going.on(
                asked.state().findToken(groupId).orElseThrow(),
                node.findOutcome(decision.get()).orElseThrow());
    }

    /** Somebody signed what was decided, or objects; then it is decided again. */
    private void signed(String stepId, OfferedOutcome opinion, String reason, Going going, Progress progress) {
        var passage = asked.state().handling().findPassage(stepId).orElseThrow();
        if (!opinion.code().equals("agree")) {
            progress.add(new CaseEvent.StepReopened(asked.now(), by(), byName(), stepId, passage.nodeId(), reason));
            going.back(passage.token(), passage, CaseEvent.Cancellation.RETURNED);
        } else if (progress.state().tiedTo(stepId).isEmpty()) {
            var outcome = asked.process().userTask(passage.nodeId()).findOutcome(passage.outcome());
            going.on(passage.token(), outcome.orElseThrow());
        }
    }

    private Optional<CaseRefusal> held(Task task) {
        var by = new ArrayList<String>();
        asked.state()
                .tiedTo(task.id())
                .forEach(tied -> by.add(tied.assignee()
                        .map(Assignee::name)
                        .orElseGet(() -> tied.performer().text())));
        asked.state().specials().stream()
                .filter(special -> special.taskId().equals(task.id()))
                .forEach(special -> by.add(special.procedure().code()));
        return by.isEmpty() ? Optional.empty() : Optional.of(new CaseRefusal.Held(by));
    }

    private Optional<CaseRefusal> ruledOut(Task task, OfferedOutcome outcome, CaseCommand.Complete command) {
        return first(
                () -> outcome.reason() == OfferedOutcome.Reason.REQUIRED
                        ? missing(command.reason(), outcome.code())
                        : Optional.empty(),
                () -> outcome.once() ? chosenBefore(task, outcome) : Optional.empty(),
                () -> outcome.needs(OfferedOutcome.Need.PROMISES) ? promisesOpen() : Optional.empty(),
                () -> outcome.needs(OfferedOutcome.Need.DAY) ? dayUnfit(command) : Optional.empty(),
                () -> outcome.fee().isPresent() && Charge.find(command.facts()).isEmpty()
                        ? Optional.of(new CaseRefusal.FeeMissing(outcome.code()))
                        : Optional.empty());
    }

    /** Why nobody can be told to come on the day that is named. */
    private Optional<CaseRefusal> dayUnfit(CaseCommand.Complete command) {
        var named = Appointment.find(command.facts());
        if (named.isEmpty()) {
            return Optional.of(new CaseRefusal.DayMissing(command.outcome()));
        }
        var day = named.get();
        if (day.isBefore(asked.now().atZone(WorkingCalendar.ZONE).toLocalDate())) {
            return Optional.of(new CaseRefusal.DayOver(day));
        }
        return asked.moment()
                .calendar()
                .isWorkingDay(day)
                .fold(
                        works -> works ? Optional.empty() : Optional.of(new CaseRefusal.DayFree(day)),
                        silent -> Optional.of(new CaseRefusal.CalendarSilent(silent.year())));
    }

    private Optional<CaseRefusal> chosenBefore(Task task, OfferedOutcome outcome) {
        return asked.state().doneTasks().stream()
                .filter(before -> before.task().isStep()
                        && before.task().nodeId().equals(task.nodeId())
                        && before.outcome().equals(outcome.code()))
                .findFirst()
                .map(before -> new CaseRefusal.OnceOnly(outcome.code(), before.byName(), before.at()));
    }

    private Optional<CaseRefusal> promisesOpen() {
        var missing = asked.state().handling().promises().stream()
                .filter(Handling.Promised::open)
                .flatMap(promise -> promise.materials().stream())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new CaseRefusal.PromiseOpen(missing));
    }

    private List<String> codes(Task task) {
        return Cases.outcomes(asked.process(), task).stream()
                .map(OfferedOutcome::code)
                .toList();
    }

    List<CaseEvent> withClaim(Task task, CaseEvent event) {
        return task.assignee().isPresent() ? List.of(event) : List.of(claimed(task), event);
    }

    CaseEvent claimed(Task task) {
        return new CaseEvent.TaskClaimed(asked.now(), by(), byName(), task.id());
    }

    private String by() {
        return asked.actor().id();
    }

    private String byName() {
        return asked.actor().name();
    }
}
