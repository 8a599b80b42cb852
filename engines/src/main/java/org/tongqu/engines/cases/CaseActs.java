package org.tongqu.engines.cases;

import static org.tongqu.engines.cases.Asked.first;
import static org.tongqu.engines.cases.Asked.missing;
import static org.tongqu.engines.cases.Asked.unless;
import static org.tongqu.kernel.Outcome.done;
import static org.tongqu.kernel.Outcome.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;

/** What is done with a case as a whole. */
record CaseActs(Asked asked) {

    Outcome<List<CaseEvent>, CaseRefusal> withdraw(String why) {
        return unless(
                first(() -> Rights.withdraw(asked.state().opened(), asked.actor()), asked::over),
                () -> ended(
                        new CaseEvent.CaseWithdrawn(asked.now(), by(), byName(), why),
                        CaseEvent.Cancellation.WITHDRAWN,
                        Cases.WITHDRAWN));
    }

    Outcome<List<CaseEvent>, CaseRefusal> terminate(String why) {
        return unless(
                first(
                        asked::over,
                        () -> asked.mayForCase(StepRules.Operation.TERMINATE),
                        () -> missing(why, "terminate")),
                () -> ended(
                        new CaseEvent.CaseTerminated(asked.now(), by(), byName(), why),
                        CaseEvent.Cancellation.TERMINATED,
                        Cases.TERMINATED));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> ended(CaseEvent event, CaseEvent.Cancellation why, String result) {
        var progress = asked.progress();
        progress.add(event);
        end(progress, why, result);
        return progress.outcome();
    }

    /** Closes everything and ends the case. */
    static void end(Progress progress, CaseEvent.Cancellation why, String result) {
        new Places(progress).closeAll(why);
        progress.add(new CaseEvent.TokensMoved(
                progress.now(), List.of(), List.of(), progress.state().waiting().numbersUsed()));
        new ClockWork(progress).endAll();
        progress.add(new CaseEvent.CaseEnded(progress.now(), result));
    }

    /** The clocks stand still, and so do the timers: they are set again with the time that was left. */
    Outcome<List<CaseEvent>, CaseRefusal> suspend(CaseCommand.Suspend command) {
        var barred = first(
                asked::notRunning,
                () -> asked.mayForCase(StepRules.Operation.SUSPEND),
                () -> missing(command.why(), "suspend"),
                () -> command.basis().isBlank()
                        ? Optional.of(new CaseRefusal.BasisMissing("suspend"))
                        : Optional.empty());
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var progress = asked.progress();
        progress.add(new CaseEvent.CaseSuspended(asked.now(), by(), byName(), command.why(), command.basis()));
        for (var timer : asked.state().timers()) {
            progress.add(new CaseEvent.TimerCancelled(asked.now(), timer.id(), timer.nodeId()));
        }
        new ClockWork(progress).settle();
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> resume(CaseCommand.Resume command) {
        var found = asked.state().handling().suspension();
        var barred = first(
                asked::over,
                () -> found.isPresent() ? Optional.empty() : Optional.of(new CaseRefusal.NotSuspended()),
                () -> asked.mayForCase(StepRules.Operation.SUSPEND),
                () -> missing(command.why(), "resume"));
        if (barred.isPresent()) {
            return refused(barred.get());
        }
        var suspension = found.orElseThrow();
        var progress = asked.progress();
        progress.add(new CaseEvent.CaseResumed(asked.now(), by(), byName(), command.why()));
        var stood = Duration.between(suspension.at(), asked.now());
        for (var timer : suspension.timers()) {
            progress.add(new CaseEvent.TimerSet(
                    asked.now(),
                    timer.id(),
                    timer.nodeId(),
                    timer.taskId(),
                    timer.dueAt().plus(stood),
                    Optional.empty()));
        }
        new ClockWork(progress).settle();
        return progress.outcome();
    }

    Outcome<List<CaseEvent>, CaseRefusal> copy(CaseCommand.Copy command) {
        var works = asked.actor().kind() == Actor.Kind.SYSTEM
                || asked.state().openTasks().stream()
                        .anyMatch(task -> Rights.perform(asked.state().opened(), task, asked.actor())
                                        .isEmpty()
                                && asked.actor().kind() == Actor.Kind.OFFICER);
        return unless(
                first(
                        asked::over,
                        () -> works ? Optional.empty() : Optional.of(new CaseRefusal.NotYours("system", "")),
                        () -> command.to().isEmpty()
                                ? Optional.of(new CaseRefusal.NothingNamed("copy"))
                                : Optional.empty()),
                () -> done(
                        List.of(new CaseEvent.CaseCopied(asked.now(), by(), byName(), command.to(), command.why()))));
    }

    Outcome<List<CaseEvent>, CaseRefusal> recount() {
        return unless(first(() -> Rights.beThePlatform(asked.actor()), asked::over), () -> {
            var progress = asked.progress();
            new ClockWork(progress).recount();
            for (var task : asked.state().openTasks()) {
                recount(task, progress);
            }
            return progress.outcome();
        });
    }

    private void recount(Task task, Progress progress) {
        if (task.dueAt().isEmpty() || !task.isStep()) {
            return;
        }
        asked.node(task).limit().ifPresent(limit -> {
            var deadline = progress.deadlineSince(limit, ClockRule.USUAL_WARN_PERCENT, Spent.NOTHING, task.openedAt());
            if (!Optional.of(deadline.dueAt()).equals(task.dueAt())) {
                progress.add(new CaseEvent.TaskRecounted(
                        asked.now(), task.id(), deadline.dueAt(), deadline.warnAt(), Optional.of(deadline.edition())));
            }
        });
    }

    /** Giving a clock more time (延长审批): only as its rule allows, and only before it is too late. */
    Outcome<List<CaseEvent>, CaseRefusal> prolong(CaseCommand.Prolong command) {
        var known = Optional.ofNullable(asked.state().clocks().get(command.clock()))
                .filter(clock -> clock.status() != RunningClock.Status.ENDED);
        if (known.isEmpty()) {
            return refused(asked.over().orElseGet(() -> new CaseRefusal.NoSuchClock(command.clock())));
        }
        var clock = known.get();
        var allowed = clock.rule().prolonging();
        if (allowed.isEmpty()) {
            return refused(new CaseRefusal.NotProlongable(command.clock()));
        }
        var rule = allowed.get();
        var barred = first(
                asked::notRunning,
                () -> Rights.hold(asked.state().opened(), rule.role(), asked.actor()),
                () -> missing(command.why(), "prolong"),
                () -> asOften(clock, rule),
                () -> atOnce(command.more(), rule.most()),
                () -> clock.isOverdue(asked.now())
                        ? Optional.of(new CaseRefusal.TooLateToProlong(clock.dueAt()))
                        : Optional.empty());
        return barred.<Outcome<List<CaseEvent>, CaseRefusal>>map(Outcome::refused)
                .orElseGet(() -> prolonged(clock, rule, command));
    }

    private Outcome<List<CaseEvent>, CaseRefusal> prolonged(
            RunningClock clock, ClockRule.Prolonging rule, CaseCommand.Prolong command) {
        var progress = asked.progress();
        var deadline = deadline(progress, clock, command.more());
        progress.add(new CaseEvent.ClockProlonged(
                asked.now(),
                asked.actor().id(),
                asked.actor().name(),
                clock.name(),
                command.more(),
                command.why(),
                rule.basis(),
                deadline.dueAt(),
                deadline.warnAt(),
                deadline.edition()));
        return progress.outcome();
    }

    /** What stands still keeps the day it had, and is counted with what is left in all when it resumes. */
    private static Deadline deadline(Progress progress, RunningClock clock, Limit more) {
        if (clock.status() == RunningClock.Status.STOPPED) {
            return new Deadline(clock.dueAt(), clock.warnAt(), clock.calendarEdition());
        }
        var limit = new Limit(clock.limit().amount() + more.amount(), more.unit());
        return progress.deadlineSince(limit, clock.rule().warnPercent(), clock.spent(), clock.since());
    }

    private static Optional<CaseRefusal> asOften(RunningClock clock, ClockRule.Prolonging rule) {
        return clock.prolonged().size() < rule.times()
                ? Optional.empty()
                : Optional.of(clock.prolonged().getLast())
                        .map(last -> new CaseRefusal.ProlongedBefore(last.byName(), last.at()));
    }

    private static Optional<CaseRefusal> atOnce(Limit more, Limit most) {
        return more.unit() == most.unit() && more.amount() >= 1 && more.amount() <= most.amount()
                ? Optional.empty()
                : Optional.of(new CaseRefusal.TooMuch(most));
    }

    private String by() {
        return asked.actor().id();
    }

    private String byName() {
        return asked.actor().name();
    }
}
