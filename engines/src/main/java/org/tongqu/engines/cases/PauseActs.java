package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.SpecialProcedure;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** What a step waits for besides its own decision: supplements (补正), special procedures (特别程序), promises (容缺受理). */
record PauseActs(Asked asked) {

    /** The result of a case that ended because a promise was not kept. */
    static final String PROMISE_BROKEN = "promise-broken";

    static final String REMINDER = ".remind";

    Outcome<List<CaseEvent>, CaseRefusal> supplement(Task task, CaseCommand.AskSupplement command) {
        return supplement(task, command, StepRules.Operation.SUPPLEMENT);
    }

    Outcome<List<CaseEvent>, CaseRefusal> supplement(
            Task task, CaseCommand.AskSupplement command, StepRules.Operation operation) {
        var barred = first(
                () -> asked.may(task, operation),
                () -> missing(command.why(), operation.word()),
                () -> operation == StepRules.Operation.SUPPLEMENT
                                && command.fields().isEmpty()
                                && command.materials().isEmpty()
                        ? Optional.of(new CaseRefusal.NothingNamed(operation.word()))
                        : Optional.empty(),
                () -> pending(task),
                () -> askedBefore(task, command.newly()));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        claim(task, progress);
        progress.add(new CaseEvent.SupplementAsked(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                task.id(),
                task.nodeId(),
                command.fields(),
                command.materials(),
                command.why(),
                command.newly()));
        var going = new Going(progress);
        going.ask(task, Task.Tie.Kind.SUPPLEMENT, Optional.empty());
        going.clocks().settle();
        return progress.outcome();
    }

    private Optional<CaseRefusal> pending(Task task) {
        return asked.state().tiedTo(task.id()).stream()
                .filter(tied -> tied.tie()
                        .filter(tie -> tie.kind() == Task.Tie.Kind.SUPPLEMENT)
                        .isPresent())
                .findFirst()
                .map(tied -> new CaseRefusal.Held(List.of(tied.performer().text())));
    }

    private Optional<CaseRefusal> askedBefore(Task task, String newly) {
        return asked.node(task).rules().supplements() == StepRules.Supplements.MANY || !newly.isBlank()
                ? Optional.empty()
                : asked.state().handling().supplements().stream()
                        .filter(before -> before.nodeId().equals(task.nodeId()))
                        .findFirst()
                        .map(before -> new CaseRefusal.AskedBefore(before.byName(), before.at()));
    }

    Outcome<List<CaseEvent>, CaseRefusal> begin(Task task, CaseCommand.BeginSpecial command) {
        var procedure = asked.node(task).rules().findSpecial(command.code());
        var barred = first(
                () -> works(task),
                () -> procedure.isPresent()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.SpecialUnknown(
                                command.code(),
                                asked.node(task).rules().specials().stream()
                                        .map(SpecialProcedure::code)
                                        .toList())),
                () -> missing(command.why(), "special"),
                () -> asked.state().specials().stream()
                        .filter(going -> going.taskId().equals(task.id()))
                        .findFirst()
                        .map(going ->
                                new CaseRefusal.Held(List.of(going.procedure().code()))));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var special = procedure.orElseThrow();
        var progress = asked.progress();
        claim(task, progress);
        var id = "special-" + progress.state().version();
        var until = progress.deadline(special.limit(), ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING);
        progress.add(new CaseEvent.SpecialBegun(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                id,
                task.id(),
                special.code(),
                special.limit(),
                special.basis(),
                until.dueAt(),
                command.why(),
                Optional.of(until.edition())));
        progress.add(new CaseEvent.TimerSet(
                asked.now(), id, task.nodeId(), Optional.of(task.id()), until.dueAt(), Optional.of(until.edition())));
        new ClockWork(progress).settle();
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> end(CaseCommand.EndSpecial command) {
        var found = asked.state().findSpecial(command.specialId());
        if (found.isEmpty()) {
            return refused(asked.over().orElseGet(() -> new CaseRefusal.NoSuchSpecial(command.specialId())));
        }
        var task = asked.state().findOpenTask(found.get().taskId()).orElseThrow();
        var barred = first(asked::notRunning, () -> works(task), () -> missing(command.why(), "special"));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        asked.state()
                .findTimer(command.specialId())
                .ifPresent(
                        timer -> progress.add(new CaseEvent.TimerCancelled(asked.now(), timer.id(), timer.nodeId())));
        progress.add(new CaseEvent.SpecialEnded(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                command.specialId(),
                found.get().procedure().code(),
                command.why()));
        new ClockWork(progress).settle();
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> promise(Task task, CaseCommand.AcceptPromise command) {
        var rule = asked.node(task).rules().promise();
        var barred = first(
                () -> works(task),
                () -> rule.isPresent()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NotAllowedHere("promise", task.nodeId())),
                () -> command.materials().isEmpty()
                        ? Optional.of(new CaseRefusal.NothingNamed("promise"))
                        : Optional.empty());
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        claim(task, progress);
        var id = "promise-" + progress.state().version();
        var due = progress.deadline(rule.orElseThrow().within(), ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING);
        progress.add(new CaseEvent.MaterialsPromised(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                id,
                task.nodeId(),
                command.materials(),
                due.dueAt(),
                Optional.of(due.edition())));
        progress.add(new CaseEvent.TimerSet(
                asked.now(), id, task.nodeId(), Optional.empty(), due.dueAt(), Optional.of(due.edition())));
        rule.flatMap(StepRules.PromiseRule::remind).ifPresent(remind -> {
            var at = progress.deadline(remind, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING);
            progress.add(new CaseEvent.TimerSet(
                    asked.now(),
                    id + REMINDER,
                    task.nodeId(),
                    Optional.empty(),
                    at.dueAt(),
                    Optional.of(at.edition())));
        });
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> keep(CaseCommand.KeepPromise command) {
        var found = asked.state().handling().findPromise(command.promiseId()).filter(Handling.Promised::open);
        var barred = first(
                () -> Rights.beConcerned(asked.state().opened(), asked.actor()),
                asked::notRunning,
                () -> found.isPresent()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NoSuchPromise(command.promiseId())));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        progress.add(new CaseEvent.PromiseKept(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                command.promiseId(),
                new Datum.Fields(command.facts().values())));
        for (var timer : asked.state().timers()) {
            if (timer.id().equals(command.promiseId()) || timer.id().equals(command.promiseId() + REMINDER)) {
                progress.add(new CaseEvent.TimerCancelled(asked.now(), timer.id(), timer.nodeId()));
            }
        }
        return progress.outcome();
    }

    /** What follows when one of these timers fires; false when it is none of them. */
    boolean fired(Timer timer, Progress progress) {
        var special = asked.state().findSpecial(timer.id());
        if (special.isPresent()) {
            progress.add(new CaseEvent.SpecialOverran(
                    asked.now(), timer.id(), special.get().procedure().code()));
            new ClockWork(progress).settle();
            return true;
        }
        var reminds = timer.id().endsWith(REMINDER);
        var id = reminds ? timer.id().substring(0, timer.id().length() - REMINDER.length()) : timer.id();
        var promise = asked.state().handling().findPromise(id);
        promise.ifPresent(open -> {
            if (reminds) {
                progress.add(new CaseEvent.PromiseReminded(asked.now(), id, open.materials()));
            } else {
                broken(open, progress);
            }
        });
        return promise.isPresent();
    }

    private void broken(Handling.Promised promise, Progress progress) {
        progress.add(new CaseEvent.PromiseBroken(asked.now(), promise.id(), promise.materials()));
        var ends = asked.process()
                .userTask(promise.nodeId())
                .rules()
                .promise()
                .filter(rule -> rule.otherwise() == StepRules.Consequence.END)
                .isPresent();
        if (ends) {
            CaseActs.end(progress, CaseEvent.Cancellation.TERMINATED, PROMISE_BROKEN);
        }
    }

    private Optional<CaseRefusal> works(Task task) {
        return first(
                () -> Rights.perform(asked.state().opened(), task, asked.actor()),
                () -> Rights.untakenByOthers(task, asked.actor()),
                () -> Rights.decideAlone(task, asked.actor()),
                () -> task.isStep()
                        ? Optional.empty()
                        : Optional.of(new CaseRefusal.NotAllowedHere("special", task.nodeId())));
    }

    private void claim(Task task, Progress progress) {
        if (task.assignee().isEmpty()) {
            progress.add(new TaskActs(asked).claimed(task));
        }
    }
}
