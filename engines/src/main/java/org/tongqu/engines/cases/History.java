package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Process;

/** How each event changes the state. Decides nothing: what happened, happened. */
final class History {

    private History() {}

    static CaseState apply(Process process, CaseState state, CaseEvent event) {
        return changed(process, state, event).oneEventLater();
    }

    private static CaseState changed(Process process, CaseState state, CaseEvent event) {
        var waiting = state.waiting();
        return switch (event) {
            case CaseEvent.CaseOpened e -> opened(process, state, e);
            case CaseEvent.CaseEnded e ->
                state.with(new CaseState.Ending(e.result(), e.at()))
                        .with(state.handling().suspended(Optional.empty()));
            case CaseEvent.TokensMoved e -> moved(process, state, e);
            case CaseEvent.TaskOpened e -> opened(state, e);
            case CaseEvent.TaskClaimed e -> assigned(state, e.taskId(), Optional.of(new Assignee(e.by(), e.byName())));
            case CaseEvent.TaskReleased e -> assigned(state, e.taskId(), Optional.empty());
            case CaseEvent.TaskTransferred e -> assigned(state, e.taskId(), Optional.of(e.to()));
            case CaseEvent.TaskCompleted e -> completed(state, e);
            case CaseEvent.TaskCancelled e -> state.with(waiting.withoutTask(e.taskId()));
            case CaseEvent.ServiceRequested e ->
                state.with(waiting.with(new Service(e.taskId(), e.nodeId(), e.action(), e.with())));
            case CaseEvent.ServiceDone e ->
                state.with(waiting.withoutService(e.taskId())).with(e.facts());
            case CaseEvent.ErrorCaught e ->
                state.with(waiting.withoutService(e.taskId())).with(e.facts());
            case CaseEvent.ServiceCancelled e -> state.with(waiting.withoutService(e.taskId()));
            case CaseEvent.TimerSet e ->
                state.with(waiting.with(new Timer(e.timerId(), e.nodeId(), e.taskId(), e.dueAt())));
            case CaseEvent.TimerFired e -> state.with(waiting.withoutTimer(e.timerId()));
            case CaseEvent.TimerCancelled e -> state.with(waiting.withoutTimer(e.timerId()));
            case CaseEvent.ClockStarted e -> started(state, e);
            case CaseEvent.ClockStopped e -> clock(state, e.clock(), clock -> clock.stopped(e));
            case CaseEvent.ClockResumed e -> clock(state, e.clock(), clock -> clock.resumed(e));
            case CaseEvent.ClockEnded e -> ended(state, e);
            case CaseEvent.ClockReopened e -> clock(state, e.clock(), RunningClock::reopened);
            case CaseEvent.ClockVoided e -> voided(state, e.clock());
            case CaseEvent.ClockProlonged e -> clock(state, e.clock(), clock -> clock.prolonged(e));
            case CaseEvent.ClockRecounted e -> clock(state, e.clock(), clock -> clock.recounted(e));
            default -> HandlingHistory.changed(state, event);
        };
    }

    private static CaseState opened(Process process, CaseState state, CaseEvent.CaseOpened e) {
        if (!process.id().equals(e.processId())) {
            throw new IllegalArgumentException(
                    "Case " + e.caseId() + " runs by process " + e.processId() + ", not by " + process.id());
        }
        return state.with(new CaseState.CaseFile(
                        e.caseId(), e.processId(), e.applicant(), e.organisation(), e.clocks(), e.at()))
                .with(e.facts());
    }

    private static CaseState assigned(CaseState state, String taskId, Optional<Assignee> assignee) {
        return state.with(state.waiting().changed(taskId, task -> task.assignedTo(assignee)));
    }

    private static CaseState completed(CaseState state, CaseEvent.TaskCompleted e) {
        var task = state.findOpenTask(e.taskId())
                .orElseThrow(() -> new IllegalStateException("Task " + e.taskId() + " is completed but was not open"));
        var done = new ArrayList<>(state.doneTasks());
        done.add(new DoneTask(task, e.by(), e.byName(), e.outcome(), e.reason(), e.at()));
        var left = state.waiting().withoutTask(e.taskId());
        var waiting = task.tie()
                .filter(Task.Tie::isSeat)
                .map(tie -> left.changedGroup(tie.to(), group -> group.heard(e.outcome())))
                .orElse(left);
        var after = state.with(waiting).with(done).with(e.facts());
        return state.findToken(e.taskId())
                .map(token -> after.with(after.handling()
                        .passed(new Passage(
                                token, new Assignee(e.by(), e.byName()), e.outcome(), Passage.Led.NOT_YET, true))))
                .orElse(after);
    }

    private static CaseState opened(CaseState state, CaseEvent.TaskOpened e) {
        var waiting = state.waiting().with(task(e));
        return state.with(e.tie()
                .filter(Task.Tie::isSeat)
                .map(tie -> waiting.changedGroup(tie.to(), Group::asked))
                .orElse(waiting));
    }

    /**
     * The passages whose places are left now led to the places that are new; those that led to a decision table, to what
     * comes after it: asking it is nothing somebody did.
     */
    private static CaseState moved(Process process, CaseState state, CaseEvent.TokensMoved e) {
        var now = e.tokens().stream().map(Token::id).collect(Collectors.toSet());
        var before = state.tokens().stream().map(Token::id).collect(Collectors.toSet());
        var fresh = e.tokens().stream()
                .map(Token::id)
                .filter(id -> !before.contains(id))
                .toList();
        var alone = before.stream().filter(id -> !now.contains(id)).count() == 1;
        var handling = state.handling();
        for (var passage : handling.passages()) {
            var led = passage.led();
            if (!led.moved() && !now.contains(passage.token().id())) {
                handling = handling.changed(passage, passage.leading(alone ? led.to(fresh) : led.metOthers(fresh)));
            }
            for (var asked : state.tokens()) {
                if (led.tokens().contains(asked.id())
                        && !now.contains(asked.id())
                        && process.node(asked.nodeId()) instanceof Node.RuleTask) {
                    handling = handling.changed(passage, passage.leading(led.onFrom(asked.id(), fresh)));
                }
            }
        }
        return state.with(state.waiting().at(e.tokens(), e.numbersUsed())).with(handling);
    }

    private static Task task(CaseEvent.TaskOpened e) {
        return new Task(
                e.taskId(),
                e.nodeId(),
                e.performer(),
                e.organisation(),
                e.assignee(),
                e.at(),
                e.dueAt(),
                e.warnAt(),
                e.tie(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static CaseState clock(CaseState state, String name, UnaryOperator<RunningClock> change) {
        return state.with(change.apply(known(state, name)));
    }

    private static CaseState started(CaseState state, CaseEvent.ClockStarted e) {
        var rule = state.opened()
                .clocks()
                .find(e.clock())
                .orElseThrow(() -> new IllegalStateException("The case was opened without a clock " + e.clock()));
        var started = new RunningClock(
                rule,
                RunningClock.Status.RUNNING,
                e.at(),
                e.at(),
                Spent.NOTHING,
                e.dueAt(),
                e.warnAt(),
                e.calendarEdition(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(state.clocks().get(e.clock())),
                List.of());
        return led(state.with(started), led -> led.startedToo(e.clock()));
    }

    private static CaseState ended(CaseState state, CaseEvent.ClockEnded e) {
        return led(clock(state, e.clock(), clock -> clock.ended(e)), led -> led.endedToo(e.clock()));
    }

    private static CaseState voided(CaseState state, String name) {
        return known(state, name).before().map(state::with).orElseGet(() -> state.withoutClock(name));
    }

    /** The step that was passed last and has not gone on yet is the one that does it. */
    private static CaseState led(CaseState state, UnaryOperator<Passage.Led> change) {
        var passages = new ArrayList<>(state.handling().passages());
        if (passages.isEmpty() || passages.getLast().led().moved()) {
            return state;
        }
        var last = passages.getLast();
        return state.with(state.handling().changed(last, last.leading(change.apply(last.led()))));
    }

    private static RunningClock known(CaseState state, String name) {
        var clock = state.clocks().get(name);
        if (clock == null) {
            throw new IllegalStateException("Clock " + name + " was never started");
        }
        return clock;
    }
}
