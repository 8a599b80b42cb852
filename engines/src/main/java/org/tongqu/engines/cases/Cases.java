package org.tongqu.engines.cases;

import static org.tongqu.kernel.Outcome.done;
import static org.tongqu.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** The rules of a case. Whoever stores the events under a check of {@link CaseState#version} has a safe case. */
public final class Cases {

    /** The result of every case that was withdrawn; a process may also end with it by itself. */
    public static final String WITHDRAWN = "withdrawn";

    private final Process process;
    private final CaseState state;
    private final Actor actor;
    private final Moment moment;

    private Cases(Process process, CaseState state, Actor actor, Moment moment) {
        this.process = process;
        this.state = state;
        this.actor = actor;
        this.moment = moment;
    }

    /** Everything that follows from the command up to the next wait for somebody; empty when nothing changes. */
    public static Outcome<List<CaseEvent>, CaseRefusal> decide(
            Process process, CaseState state, CaseCommand command, Actor actor, Moment moment) {
        return new Cases(process, state, actor, moment).decide(command);
    }

    public static CaseState apply(Process process, CaseState state, CaseEvent event) {
        return History.apply(process, state, event);
    }

    /** The state after all events of a case. */
    public static CaseState replay(Process process, List<CaseEvent> events) {
        return replay(process, CaseState.none(), events);
    }

    /** The state after some more events. */
    public static CaseState replay(Process process, CaseState before, List<CaseEvent> events) {
        var state = before;
        for (var event : events) {
            state = History.apply(process, state, event);
        }
        return state;
    }

    private Outcome<List<CaseEvent>, CaseRefusal> decide(CaseCommand command) {
        if (command instanceof CaseCommand.Open open) {
            return open(open);
        }
        if (state.file().isEmpty()) {
            return refused(new CaseRefusal.NotOpenYet());
        }
        return switch (command) {
            case CaseCommand.Open open -> open(open);
            case CaseCommand.Claim(var taskId) -> onTask(taskId, this::claim);
            case CaseCommand.Release(var taskId) -> onTask(taskId, this::release);
            case CaseCommand.Transfer transfer -> onTask(transfer.taskId(), task -> transfer(task, transfer));
            case CaseCommand.Complete complete -> onTask(complete.taskId(), task -> complete(task, complete));
            case CaseCommand.Withdraw(var why) -> withdraw(why);
            case CaseCommand.FireTimer(var timerId) -> fire(timerId);
            case CaseCommand.ServiceDone serviceDone ->
                onService(serviceDone.taskId(), service -> serviceDone(service, serviceDone.facts()));
            case CaseCommand.ServiceFailed(var taskId, var why) ->
                onService(taskId, service -> refused(new CaseRefusal.ServiceRefused(service.action(), why)));
        };
    }

    private Outcome<List<CaseEvent>, CaseRefusal> open(CaseCommand.Open command) {
        if (state.file().isPresent()) {
            return refused(new CaseRefusal.OpenAlready(state.opened().caseId()));
        }
        var barred = Rights.open(command, actor);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        for (var name : process.clockNames()) {
            if (command.clocks().find(name).isEmpty()) {
                throw new IllegalArgumentException("Process " + process.id() + " needs the clock " + name);
            }
        }
        var progress = new Progress(process, state, moment);
        var clocks = new ClockWork(progress);
        progress.add(new CaseEvent.CaseOpened(
                moment.now(),
                actor.id(),
                actor.name(),
                command.caseId(),
                process.id(),
                command.applicant(),
                command.organisation(),
                command.clocks(),
                command.facts()));
        clocks.start(process.start().starts());
        new Journey(progress, clocks).from(process.start(), "");
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> claim(Task task) {
        return unless(
                first(() -> Rights.perform(state.opened(), task, actor), () -> Rights.untakenByOthers(task, actor)),
                () -> done(task.assignee().isPresent() ? List.of() : List.of(claimed(task))));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> release(Task task) {
        return unless(
                first(
                        () -> Rights.moveAbout(state.opened(), task, actor),
                        () -> Rights.untakenByOthers(task, actor),
                        () -> task.assignee().isPresent()
                                ? Optional.empty()
                                : Optional.of(new CaseRefusal.NotClaimed(task.id()))),
                () -> done(List.of(new CaseEvent.TaskReleased(moment.now(), actor.id(), actor.name(), task.id()))));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> transfer(Task task, CaseCommand.Transfer command) {
        return unless(
                first(
                        () -> Rights.moveAbout(state.opened(), task, actor),
                        () -> Rights.untakenByOthers(task, actor),
                        () -> missing(command.why(), "transfer")),
                () -> done(List.of(new CaseEvent.TaskTransferred(
                        moment.now(), actor.id(), actor.name(), task.id(), command.to(), command.why()))));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> complete(Task task, CaseCommand.Complete command) {
        var barred =
                first(() -> Rights.perform(state.opened(), task, actor), () -> Rights.untakenByOthers(task, actor));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var node = userTask(task.nodeId());
        var offered = node.findOutcome(command.outcome());
        if (offered.isEmpty()) {
            return refused(new CaseRefusal.OutcomeUnknown(command.outcome(), node.outcomeCodes()));
        }
        var outcome = offered.get();
        if (outcome.reason() == OfferedOutcome.Reason.REQUIRED
                && command.reason().isBlank()) {
            return refused(new CaseRefusal.ReasonMissing(outcome.code()));
        }
        var progress = new Progress(process, state, moment);
        var clocks = new ClockWork(progress);
        if (task.assignee().isEmpty()) {
            progress.add(claimed(task));
        }
        progress.add(new CaseEvent.TaskCompleted(
                moment.now(),
                actor.id(),
                actor.name(),
                task.id(),
                task.nodeId(),
                outcome.code(),
                command.reason(),
                command.facts()));
        cancelTimersOf(progress, task);
        clocks.end(outcome.ends());
        clocks.taskClosed(task);
        clocks.start(outcome.starts());
        new Journey(progress, clocks).leaving(task.id()).from(node, outcome.code());
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> withdraw(String why) {
        var barred = Rights.withdraw(state.opened(), actor);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        if (state.ending().isPresent()) {
            return refused(ended());
        }
        var progress = new Progress(process, state, moment);
        progress.add(new CaseEvent.CaseWithdrawn(moment.now(), actor.id(), actor.name(), why));
        Journey.closeAll(progress, CaseEvent.Cancellation.WITHDRAWN);
        progress.add(new CaseEvent.TokensMoved(
                moment.now(), List.of(), List.of(), state.waiting().numbersUsed()));
        new ClockWork(progress).endAll();
        progress.add(new CaseEvent.CaseEnded(moment.now(), WITHDRAWN));
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> fire(String timerId) {
        var barred = Rights.beThePlatform(actor);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        if (state.ending().isPresent()) {
            return refused(ended());
        }
        var found = state.findTimer(timerId);
        if (found.isEmpty()) {
            return refused(new CaseRefusal.NoSuchTimer(timerId));
        }
        var timer = found.get();
        if (moment.now().isBefore(timer.dueAt())) {
            return refused(new CaseRefusal.NotYetDue(timer.dueAt()));
        }
        var progress = new Progress(process, state, moment);
        progress.add(new CaseEvent.TimerFired(moment.now(), timer.id(), timer.nodeId()));
        goOnAfter(timer, progress);
        return progress.outcome();
    }

    private void goOnAfter(Timer timer, Progress progress) {
        var clocks = new ClockWork(progress);
        var node = process.node(timer.nodeId());
        var tokenId = timer.taskId().orElse(timer.id());
        var outcome = state.tokens().stream()
                .filter(token -> token.id().equals(tokenId))
                .map(Token::outcome)
                .findFirst()
                .orElse("");
        if (node instanceof Node.BoundaryTimer boundary && boundary.effect() == Node.BoundaryTimer.Effect.RUNS_BESIDE) {
            new Journey(progress, clocks).from(node, outcome);
            return;
        }
        state.findOpenTask(tokenId).ifPresent(task -> {
            progress.add(
                    new CaseEvent.TaskCancelled(moment.now(), task.id(), task.nodeId(), CaseEvent.Cancellation.TIMER));
            cancelTimersOf(progress, task);
            clocks.taskClosed(task);
        });
        new Journey(progress, clocks).leaving(tokenId).from(node, outcome);
    }

    private Outcome<List<CaseEvent>, CaseRefusal> serviceDone(Service service, Datum.Fields facts) {
        var outcome = state.tokens().stream()
                .filter(token -> token.id().equals(service.id()))
                .map(Token::outcome)
                .findFirst()
                .orElse("");
        var progress = new Progress(process, state, moment);
        progress.add(new CaseEvent.ServiceDone(moment.now(), service.id(), service.nodeId(), facts));
        new Journey(progress, new ClockWork(progress))
                .leaving(service.id())
                .from(process.node(service.nodeId()), outcome);
        return progress.outcome();
    }

    private Outcome<List<CaseEvent>, CaseRefusal> onTask(
            String taskId, Function<Task, Outcome<List<CaseEvent>, CaseRefusal>> act) {
        var doneBefore = state.findDoneTask(taskId);
        if (doneBefore.isPresent()) {
            var before = doneBefore.get();
            return refused(Rights.moveAbout(state.opened(), before.task(), actor)
                    .orElseGet(() ->
                            new CaseRefusal.TaskAlreadyDone(taskId, before.byName(), before.outcome(), before.at())));
        }
        if (state.ending().isPresent()) {
            return refused(ended());
        }
        return state.findOpenTask(taskId).map(act).orElseGet(() -> refused(new CaseRefusal.NoSuchTask(taskId)));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> onService(
            String taskId, Function<Service, Outcome<List<CaseEvent>, CaseRefusal>> act) {
        var barred = Rights.beThePlatform(actor);
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        if (state.ending().isPresent()) {
            return refused(ended());
        }
        return state.findService(taskId).map(act).orElseGet(() -> refused(new CaseRefusal.NoSuchTask(taskId)));
    }

    private void cancelTimersOf(Progress progress, Task task) {
        for (var timer : progress.state().timers()) {
            if (timer.taskId().filter(task.id()::equals).isPresent()) {
                progress.add(new CaseEvent.TimerCancelled(moment.now(), timer.id(), timer.nodeId()));
            }
        }
    }

    private CaseEvent claimed(Task task) {
        return new CaseEvent.TaskClaimed(moment.now(), actor.id(), actor.name(), task.id());
    }

    private CaseRefusal ended() {
        return state.ending()
                .<CaseRefusal>map(ending -> new CaseRefusal.Ended(ending.result(), ending.at()))
                .orElseThrow();
    }

    private Node.UserTask userTask(String nodeId) {
        if (process.node(nodeId) instanceof Node.UserTask task) {
            return task;
        }
        throw new IllegalStateException("Node " + nodeId + " of process " + process.id() + " is no user task");
    }

    private static Optional<CaseRefusal> missing(String reason, String what) {
        return reason.isBlank() ? Optional.of(new CaseRefusal.ReasonMissing(what)) : Optional.empty();
    }

    @SafeVarargs
    private static Optional<CaseRefusal> first(Supplier<Optional<CaseRefusal>>... checks) {
        return Stream.of(checks).flatMap(check -> check.get().stream()).findFirst();
    }

    private static Outcome<List<CaseEvent>, CaseRefusal> unless(
            Optional<CaseRefusal> barred, Supplier<Outcome<List<CaseEvent>, CaseRefusal>> otherwise) {
        return barred.isPresent() ? refused(barred.get()) : otherwise.get();
    }
}
