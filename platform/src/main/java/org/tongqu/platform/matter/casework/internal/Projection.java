package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.casework.Turn;

/** What the lists say of a case, made of its state alone, so that it can be made again at any time. */
public final class Projection {

    private Projection() {}

    /** How the case stands after its last event. */
    public static CaseRow.Moving moving(CaseState state, Instant movedAt) {
        var running = state.clocks().values().stream()
                .filter(clock -> clock.status() == RunningClock.Status.RUNNING)
                .toList();
        return new CaseRow.Moving(
                state.version(),
                movedAt,
                state.tokens().stream().map(token -> token.nodeId()).distinct().toList(),
                turn(state),
                timing(state),
                running.stream().map(RunningClock::warnAt).min(Comparator.naturalOrder()),
                running.stream().map(RunningClock::dueAt).min(Comparator.naturalOrder()),
                state.ending().map(ending -> new CaseRow.Ended(ending.result(), ending.at())));
    }

    private static Turn turn(CaseState state) {
        if (state.openTasks().stream().anyMatch(task -> task.performer() instanceof Performer.Applicant)) {
            return Turn.APPLICANT;
        }
        return state.openTasks().isEmpty() ? Turn.NOBODY : Turn.OFFICE;
    }

    private static Lamp.Timing timing(CaseState state) {
        var timing = Lamp.Timing.ENDED;
        for (var clock : state.clocks().values()) {
            switch (clock.status()) {
                case RUNNING -> {
                    return Lamp.Timing.RUNNING;
                }
                case STOPPED -> timing = Lamp.Timing.STOPPED;
                case ENDED -> {}
            }
        }
        return timing;
    }

    /** The rows of the tasks that these events touched. A task taken away undone is closed without an outcome. */
    public static List<TaskRow> tasks(CaseState before, List<CaseEvent> events, CaseState after) {
        Map<String, TaskRow> rows = new LinkedHashMap<>();
        for (var event : events) {
            switch (event) {
                case CaseEvent.TaskOpened e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskClaimed e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskReleased e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskTransferred e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskDelegated e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskGivenBack e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskRecounted e -> putOpen(rows, after, e.taskId());
                case CaseEvent.TaskReturned e -> putReturned(rows, before, e);
                case CaseEvent.TaskCompleted e -> rows.put(e.taskId(), done(after, e));
                case CaseEvent.TaskCancelled e ->
                    before.findOpenTask(e.taskId()).ifPresent(task -> rows.put(task.id(), cancelled(task, e)));
                default -> {}
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static void putOpen(Map<String, TaskRow> rows, CaseState after, String taskId) {
        after.findOpenTask(taskId).ifPresent(task -> rows.put(task.id(), row(task, task.assignee(), Optional.empty())));
    }

    private static void putReturned(Map<String, TaskRow> rows, CaseState before, CaseEvent.TaskReturned e) {
        before.findOpenTask(e.taskId())
                .ifPresent(task -> rows.put(
                        task.id(),
                        row(
                                task,
                                Optional.of(new Assignee(e.by(), e.byName())),
                                Optional.of(new TaskRow.Done(e.at(), "")))));
    }

    private static TaskRow cancelled(Task task, CaseEvent.TaskCancelled e) {
        return row(task, task.assignee(), Optional.of(new TaskRow.Done(e.at(), "")));
    }

    private static TaskRow done(CaseState after, CaseEvent.TaskCompleted e) {
        var done = after.findDoneTask(e.taskId()).orElseThrow();
        return row(
                done.task(),
                Optional.of(new Assignee(e.by(), e.byName())),
                Optional.of(new TaskRow.Done(e.at(), e.outcome())));
    }

    private static TaskRow row(Task task, Optional<Assignee> assignee, Optional<TaskRow.Done> done) {
        return new TaskRow(
                task.id(),
                task.nodeId(),
                task.performer().text(),
                task.organisation(),
                assignee.map(Assignee::id),
                assignee.map(Assignee::name),
                task.openedAt(),
                task.dueAt(),
                done);
    }

    /** The timers that are set now and were not before. */
    public static List<TimerRow> timersSet(CaseState before, CaseState after) {
        return after.timers().stream()
                .filter(timer -> before.findTimer(timer.id()).isEmpty())
                .map(timer -> new TimerRow(timer.id(), timer.nodeId(), timer.dueAt()))
                .toList();
    }

    /** The timers that were set before and are not now. */
    public static List<String> timersGone(CaseState before, CaseState after) {
        return before.timers().stream()
                .map(timer -> timer.id())
                .filter(id -> after.findTimer(id).isEmpty())
                .toList();
    }
}
