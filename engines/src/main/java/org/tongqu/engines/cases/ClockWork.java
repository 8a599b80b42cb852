package org.tongqu.engines.cases;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.StepRules;

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
                stopper(name).ifPresent(stopper -> stop(name, stopper));
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

    /** Stops and resumes what the tasks, special procedures and suspension now open ask for. */
    void settle() {
        for (var clock : progress.state().clocks().values()) {
            switch (clock.status()) {
                case RUNNING -> stopper(clock.name()).ifPresent(stopper -> stop(clock.name(), stopper));
                case STOPPED -> {
                    if (stopper(clock.name()).isEmpty()) {
                        resume(clock);
                    }
                }
                case ENDED -> {}
            }
        }
    }

    /** Takes back what passing a step did to the clocks. */
    void undo(Passage.Led led) {
        for (var name : led.started()) {
            if (progress.state().clocks().containsKey(name)) {
                progress.add(new CaseEvent.ClockVoided(progress.now(), name));
            }
        }
        for (var name : led.ended()) {
            var clock = progress.state().clocks().get(name);
            if (clock != null && clock.status() == RunningClock.Status.ENDED) {
                progress.add(new CaseEvent.ClockReopened(progress.now(), name));
            }
        }
    }

    /** Counts what runs by the calendar of now. What is ended stays, and what stands still is counted when it resumes. */
    void recount() {
        for (var clock : progress.state().clocks().values()) {
            if (clock.status() == RunningClock.Status.RUNNING && clock.since().isBefore(clock.dueAt())) {
                var deadline =
                        progress.deadlineSince(clock.limit(), clock.rule().warnPercent(), clock.spent(), clock.since());
                if (!deadline.agreesWith(clock.dueAt(), clock.warnAt())) {
                    progress.add(new CaseEvent.ClockRecounted(
                            progress.now(),
                            clock.name(),
                            clock.spent(),
                            deadline.dueAt(),
                            deadline.warnAt(),
                            deadline.edition()));
                }
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
                progress.now(), name, rule.limit(), deadline.dueAt(), deadline.warnAt(), deadline.edition()));
    }

    private void stop(String name, Stopper stopper) {
        var clock = progress.state().clocks().get(name);
        if (clock != null) {
            var total = clock.spent().plus(progress.spent(clock));
            progress.add(
                    new CaseEvent.ClockStopped(progress.now(), name, stopper.id(), total, Optional.of(stopper.stop())));
        }
    }

    private void resume(RunningClock clock) {
        var wasOverdue = !clock.since().isBefore(clock.dueAt());
        var deadline = wasOverdue
                ? new Deadline(clock.dueAt(), clock.warnAt(), clock.calendarEdition())
                : progress.deadline(clock.limit(), clock.rule().warnPercent(), clock.spent());
        progress.add(new CaseEvent.ClockResumed(
                progress.now(), clock.name(), deadline.dueAt(), deadline.warnAt(), deadline.edition()));
    }

    private void end(RunningClock clock) {
        var stoodStill = clock.status() == RunningClock.Status.STOPPED;
        var lastRan = stoodStill ? clock.since() : progress.now();
        progress.add(new CaseEvent.ClockEnded(progress.now(), clock.name(), lastRan.isBefore(clock.dueAt())));
    }

    /** What stops the clock now; the first of several. */
    private Optional<Stopper> stopper(String clock) {
        var suspension = progress.state().handling().suspension();
        if (suspension.isPresent()) {
            var stop = new RunningClock.Stop(
                    RunningClock.Stop.Kind.SUSPENDED,
                    suspension.get().basis(),
                    suspension.get().why());
            return Optional.of(new Stopper("", stop));
        }
        for (var task : progress.state().openTasks()) {
            var stop = stop(task, clock);
            if (stop.isPresent()) {
                return stop;
            }
        }
        for (var special : progress.state().specials()) {
            if (special.excludedUntil().isPresent() && rules(special.taskId()).covers(clock)) {
                var procedure = special.procedure();
                return Optional.of(new Stopper(
                        special.id(),
                        new RunningClock.Stop(RunningClock.Stop.Kind.SPECIAL, procedure.basis(), procedure.code())));
            }
        }
        return Optional.empty();
    }

    private Optional<Stopper> stop(Task task, String clock) {
        var kind = Optional.<RunningClock.Stop.Kind>empty();
        if (task.tie().filter(tie -> tie.kind() == Task.Tie.Kind.SUPPLEMENT).isPresent()) {
            kind = Optional.of(RunningClock.Stop.Kind.SUPPLEMENT);
        } else if (task.isStep() && node(task).clock() == Node.UserTask.Clock.STOPS) {
            kind = Optional.of(RunningClock.Stop.Kind.STEP);
        }
        var rules = node(task).rules();
        return kind.filter(stops -> rules.covers(clock))
                .map(stops -> new Stopper(task.id(), new RunningClock.Stop(stops, rules.basis(), "")));
    }

    private record Stopper(String id, RunningClock.Stop stop) {}

    private StepRules rules(String taskId) {
        return progress.state()
                .findOpenTask(taskId)
                .map(task -> node(task).rules())
                .orElseThrow(() -> new IllegalStateException("Nothing is open as " + taskId));
    }

    private Node.UserTask node(Task task) {
        return progress.process().userTask(task.nodeId());
    }
}
