package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.Optional;
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
            case CaseEvent.CaseWithdrawn e -> state;
            case CaseEvent.CaseEnded e -> state.with(new CaseState.Ending(e.result(), e.at()));
            case CaseEvent.TokensMoved e -> state.with(waiting.at(e.tokens(), e.numbersUsed()));
            case CaseEvent.TaskOpened e -> state.with(waiting.with(task(e)));
            case CaseEvent.TaskClaimed e -> assigned(state, e.taskId(), Optional.of(new Assignee(e.by(), e.byName())));
            case CaseEvent.TaskReleased e -> assigned(state, e.taskId(), Optional.empty());
            case CaseEvent.TaskTransferred e -> assigned(state, e.taskId(), Optional.of(e.to()));
            case CaseEvent.TaskCompleted e -> completed(state, e);
            case CaseEvent.TaskCancelled e -> state.with(waiting.withoutTask(e.taskId()));
            case CaseEvent.ServiceRequested e ->
                state.with(waiting.with(new Service(e.taskId(), e.nodeId(), e.action(), e.with())));
            case CaseEvent.ServiceDone e ->
                state.with(waiting.withoutService(e.taskId())).with(e.facts());
            case CaseEvent.ServiceCancelled e -> state.with(waiting.withoutService(e.taskId()));
            case CaseEvent.TimerSet e ->
                state.with(waiting.with(new Timer(e.timerId(), e.nodeId(), e.taskId(), e.dueAt())));
            case CaseEvent.TimerFired e -> state.with(waiting.withoutTimer(e.timerId()));
            case CaseEvent.TimerCancelled e -> state.with(waiting.withoutTimer(e.timerId()));
            case CaseEvent.ClockStarted e -> state.with(started(state, e));
            case CaseEvent.ClockStopped e -> state.with(clock(state, e.clock()).stopped(e));
            case CaseEvent.ClockResumed e -> state.with(clock(state, e.clock()).resumed(e));
            case CaseEvent.ClockEnded e -> state.with(clock(state, e.clock()).ended(e));
        };
    }

    private static CaseState opened(Process process, CaseState state, CaseEvent.CaseOpened e) {
        if (!process.id().equals(e.processId())) {
            throw new IllegalArgumentException(
                    "Case " + e.caseId() + " runs by process " + e.processId() + ", not by " + process.id());
        }
        return state.with(new CaseFile(e.caseId(), e.processId(), e.applicant(), e.organisation(), e.clocks(), e.at()))
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
        return state.with(state.waiting().withoutTask(e.taskId())).with(done).with(e.facts());
    }

    private static Task task(CaseEvent.TaskOpened e) {
        return new Task(
                e.taskId(),
                e.nodeId(),
                e.performer(),
                e.organisation(),
                Optional.empty(),
                e.at(),
                e.dueAt(),
                e.warnAt());
    }

    private static RunningClock started(CaseState state, CaseEvent.ClockStarted e) {
        var rule = state.opened()
                .clocks()
                .find(e.clock())
                .orElseThrow(() -> new IllegalStateException("The case was opened without a clock " + e.clock()));
        return new RunningClock(
                rule,
                RunningClock.Status.RUNNING,
                e.at(),
                e.at(),
                Spent.NOTHING,
                e.dueAt(),
                e.warnAt(),
                e.calendarEdition(),
                Optional.empty());
    }

    private static RunningClock clock(CaseState state, String name) {
        var clock = state.clocks().get(name);
        if (clock == null) {
            throw new IllegalStateException("Clock " + name + " was never started");
        }
        return clock;
    }
}
