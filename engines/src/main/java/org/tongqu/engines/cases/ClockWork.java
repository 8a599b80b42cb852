package org.tongqu.engines.cases;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;

/** Starts, stops, resumes and ends the clocks of a case. */
final class ClockWork {

    private final Progress progress;

    ClockWork(Progress progress) {
        this.progress = progress;
    }

    /** Starts each clock that is not already on its way; one that ended starts anew. */
    void start(List<String> names) {
        for (var name : names) {
            var before = progress.state().clocks().get(name);
            if (before == null || before.status() == RunningClock.Status.ENDED) {
                start(name);
                stopper().ifPresent(task -> stop(name, task));
            }
        }
    }

    void end(List<String> names) {
        for (var name : names) {
            var clock = progress.state().clocks().get(name);
            if (clock != null && clock.status() != RunningClock.Status.ENDED) {
                end(clock);
            }
        }
    }

    void endAll() {
        end(List.copyOf(progress.state().clocks().keySet()));
    }

    /** To be called after a task was opened: the first one that stops the clocks stops them all. */
    void taskOpened(Task task) {
        if (!stops(task)) {
            return;
        }
        for (var clock : progress.state().clocks().values()) {
            if (clock.status() == RunningClock.Status.RUNNING) {
                stop(clock.name(), task);
            }
        }
    }

    /** To be called after a task was closed: the last one that stopped the clocks lets them go on. */
    void taskClosed(Task task) {
        if (!stops(task) || stopper().isPresent()) {
            return;
        }
        for (var clock : progress.state().clocks().values()) {
            if (clock.status() == RunningClock.Status.STOPPED) {
                resume(clock);
            }
        }
    }

    private void start(String name) {
        var rule = progress.state()
                .opened()
                .clocks()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("The case was opened without a clock " + name));
        var deadline = progress.deadline(rule.limit(), rule.warnPercent(), Spent.NOTHING);
        progress.add(new CaseEvent.ClockStarted(
                progress.now(), name, rule.limit(), deadline.dueAt(), deadline.warnAt(), edition()));
    }

    private void stop(String name, Task task) {
        var clock = progress.state().clocks().get(name);
        if (clock != null) {
            var total = clock.spent().plus(progress.spent(clock));
            progress.add(new CaseEvent.ClockStopped(progress.now(), name, task.id(), total));
        }
    }

    private void resume(RunningClock clock) {
        var wasOverdue = !clock.since().isBefore(clock.dueAt());
        var deadline = wasOverdue
                ? new Deadline(clock.dueAt(), clock.warnAt())
                : progress.deadline(clock.limit(), clock.rule().warnPercent(), clock.spent());
        progress.add(new CaseEvent.ClockResumed(
                progress.now(), clock.name(), deadline.dueAt(), deadline.warnAt(), edition()));
    }

    private void end(RunningClock clock) {
        var stoodStill = clock.status() == RunningClock.Status.STOPPED;
        var lastRan = stoodStill ? clock.since() : progress.now();
        progress.add(new CaseEvent.ClockEnded(progress.now(), clock.name(), lastRan.isBefore(clock.dueAt())));
    }

    private Optional<Task> stopper() {
        return progress.state().openTasks().stream().filter(this::stops).findFirst();
    }

    private boolean stops(Task task) {
        return progress.process().node(task.nodeId()) instanceof Node.UserTask node
                && node.clock() == Node.UserTask.Clock.STOPS;
    }

    private String edition() {
        return progress.moment().calendar().edition();
    }
}
