package org.tongqu.engines.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.supervision.WatchRule.AbnormalSpeed;
import org.tongqu.engines.supervision.WatchRule.Contradiction;
import org.tongqu.engines.supervision.WatchRule.Neglected;
import org.tongqu.engines.supervision.WatchRule.Overdue;
import org.tongqu.engines.supervision.WatchRule.RefusedWithoutReason;
import org.tongqu.engines.supervision.WatchRule.RepeatedSupplements;
import org.tongqu.engines.supervision.WatchRule.SkippedStep;
import org.tongqu.engines.supervision.WatchRule.StoppedTooLong;
import org.tongqu.engines.supervision.WatchRule.StoppedWithoutBasis;
import org.tongqu.engines.supervision.WatchRule.SwitchedOff;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.YearWithoutData;

/** The rules that watch one service, and what they find. */
public record WatchRules(List<WatchRule> rules) {

    public static final WatchRules NONE = new WatchRules(List.of());

    public WatchRules {
        rules = List.copyOf(rules);
    }

    /** These with those of a service: a rule of the same name takes the place of ours. */
    public WatchRules with(Collection<WatchRule> own) {
        var byName = new LinkedHashMap<String, WatchRule>();
        rules.forEach(rule -> byName.put(rule.head().name(), rule));
        own.forEach(rule -> byName.put(rule.head().name(), rule));
        return new WatchRules(byName.values().stream()
                .filter(rule -> !(rule instanceof SwitchedOff))
                .toList());
    }

    public Optional<WatchRule> find(String name) {
        return rules.stream().filter(rule -> rule.head().name().equals(name)).findFirst();
    }

    /** Whether what the rule finds is settled when its clock ends in time. */
    public boolean isOverdue(String name) {
        return find(name).filter(Overdue.class::isInstance).isPresent();
    }

    /** One act on a case: how it stood, what happened, how it stands. */
    public record Act(Process process, CaseState before, List<CaseEvent> events, CaseState after) {
        public Act {
            events = List.copyOf(events);
        }
    }

    /** What the rules find in what just happened. */
    public List<Finding> found(Act act) {
        var found = new ArrayList<Finding>();
        for (int i = 0; i < act.events().size(); i++) {
            var event = act.events().get(i);
            int number = act.before().version() + i + 1;
            for (var rule : rules) {
                found(rule, act, event)
                        .ifPresent(hit -> found.add(new Finding(
                                rule.head().name(), hit.subject(), hit.level(), event.at(), List.of(number))));
            }
        }
        return found;
    }

    private record Hit(String subject, Level level) {}

    private static Optional<Hit> found(WatchRule rule, Act act, CaseEvent event) {
        return switch (rule) {
            case StoppedWithoutBasis r when event instanceof CaseEvent.ClockStopped stopped -> without(r, stopped);
            case RefusedWithoutReason r
            when event instanceof CaseEvent.TaskCompleted done -> without(r, act.process(), done);
            case AbnormalSpeed r when event instanceof CaseEvent.TaskCompleted done -> quick(r, act, done);
            case RepeatedSupplements r when event instanceof CaseEvent.TaskOpened opened -> again(r, act, opened);
            case Contradiction r when event instanceof CaseEvent.TaskCompleted done -> against(r, act, done);
            case SkippedStep r when event instanceof CaseEvent.CaseEnded ended -> skipped(r, act, ended);
            default -> Optional.empty();
        };
    }

    private static Optional<Hit> without(StoppedWithoutBasis rule, CaseEvent.ClockStopped stopped) {
        return stopped.cause()
                .filter(stop -> rule.stops().contains(stop.kind()))
                .filter(stop -> stop.basis().isBlank()
                        || !rule.mentions().isEmpty()
                                && rule.mentions().stream().noneMatch(stop.basis()::contains))
                .map(stop -> new Hit(stopped.clock(), rule.level()));
    }

    private static Optional<Hit> without(RefusedWithoutReason rule, Process process, CaseEvent.TaskCompleted done) {
        if (!needsReason(process, done)) {
            return Optional.empty();
        }
        var reason = done.reason().strip();
        var signs = reason.codePoints().filter(Character::isLetterOrDigit).count();
        return signs < rule.characters() || rule.phrases().contains(reason)
                ? Optional.of(new Hit(done.taskId(), rule.level()))
                : Optional.empty();
    }

    private static boolean needsReason(Process process, CaseEvent.TaskCompleted done) {
        return process.findNode(done.nodeId()).stream()
                .filter(Node.UserTask.class::isInstance)
                .flatMap(node -> ((Node.UserTask) node).outcomes().stream())
                .anyMatch(outcome ->
                        outcome.code().equals(done.outcome()) && outcome.reason() == OfferedOutcome.Reason.REQUIRED);
    }

    private static Optional<Hit> quick(AbnormalSpeed rule, Act act, CaseEvent.TaskCompleted done) {
        return act.before()
                .findOpenTask(done.taskId())
                .filter(task -> task.performer() instanceof Performer.Role && task.isStep())
                .filter(task -> rule.steps().isEmpty() || rule.steps().contains(task.nodeId()))
                .map(task -> Duration.between(task.openedAt(), done.at()))
                .filter(took -> took.compareTo(rule.yellow()) < 0)
                .map(took -> new Hit(done.taskId(), took.compareTo(rule.red()) < 0 ? Level.RED : Level.YELLOW));
    }

    private static Optional<Hit> again(RepeatedSupplements rule, Act act, CaseEvent.TaskOpened opened) {
        if (!(opened.performer() instanceof Performer.Applicant)) {
            return Optional.empty();
        }
        var before = act.before().doneTasks().stream()
                .filter(done -> done.task().performer() instanceof Performer.Applicant)
                .count();
        var times = before + 1;
        if (times < rule.yellow()) {
            return Optional.empty();
        }
        return Optional.of(new Hit("", times < rule.red() ? Level.YELLOW : Level.RED));
    }

    private static Optional<Hit> against(Contradiction rule, Act act, CaseEvent.TaskCompleted done) {
        var isWatched = rule.steps().isEmpty() || rule.steps().contains(done.nodeId());
        if (!isWatched || !rule.outcomes().contains(done.outcome())) {
            return Optional.empty();
        }
        var known = new LinkedHashMap<>(act.before().facts().values());
        known.putAll(done.facts().values());
        return rule.when().holds(new Datum.Fields(known))
                ? Optional.of(new Hit(done.taskId(), rule.level()))
                : Optional.empty();
    }

    private static Optional<Hit> skipped(SkippedStep rule, Act act, CaseEvent.CaseEnded ended) {
        if (!ended.result().equals(rule.result())) {
            return Optional.empty();
        }
        return rule.steps().stream()
                .filter(step -> act.process().findNode(step).isPresent())
                .filter(step -> act.after().doneTasks().stream()
                        .noneMatch(done -> done.task().nodeId().equals(step)))
                .findFirst()
                .map(step -> new Hit(step, rule.level()));
    }

    /** When time alone makes the rules find something of a clock as it stands, the earliest first. */
    public List<DueMoment> moments(Standing clock, WorkingCalendar calendar) {
        var moments = new ArrayList<DueMoment>();
        for (var rule : rules) {
            switch (rule) {
                case Overdue r
                when runs(clock) && isOf(r, clock) -> {
                    moments.add(new DueMoment(r.head().name(), Level.YELLOW, clock.warnAt()));
                    moments.add(new DueMoment(r.head().name(), Level.RED, clock.dueAt()));
                }
                case StoppedTooLong r
                when clock.status() == RunningClock.Status.STOPPED -> {
                    moments.add(after(r, Level.YELLOW, r.yellow(), clock.since(), calendar));
                    moments.add(after(r, Level.RED, r.red(), clock.since(), calendar));
                }
                default -> {}
            }
        }
        moments.sort(Comparator.comparing(DueMoment::at).thenComparing(DueMoment::level));
        return moments;
    }

    /** When time alone makes the rules find something of a duty that is still owed, the earliest first. */
    public List<DueMoment> moments(OpenDuty duty, WorkingCalendar calendar) {
        var moments = new ArrayList<DueMoment>();
        for (var rule : rules) {
            if (rule instanceof Neglected r && r.duties().contains(duty.kind())) {
                moments.add(new DueMoment(r.head().name(), Level.YELLOW, duty.warnAt(r.warn(), calendar)));
                moments.add(new DueMoment(r.head().name(), Level.RED, duty.dueAt()));
            }
        }
        moments.sort(Comparator.comparing(DueMoment::at).thenComparing(DueMoment::level));
        return moments;
    }

    private static boolean runs(Standing clock) {
        return clock.status() == RunningClock.Status.RUNNING;
    }

    private static boolean isOf(Overdue rule, Standing clock) {
        return rule.clocks().isEmpty() || rule.clocks().contains(clock.family());
    }

    /** Where the calendar does not know the year yet, asks again when so many natural days have passed: never too late. */
    private static DueMoment after(
            StoppedTooLong rule, Level level, Limit limit, Instant since, WorkingCalendar calendar) {
        return switch (limit.dueAfter(since, calendar)) {
            case Outcome.Done<Instant, YearWithoutData>(var due) ->
                new DueMoment(rule.head().name(), level, due);
            case Outcome.Refused<Instant, YearWithoutData> unknown ->
                new DueMoment("", level, since.plus(Duration.ofDays(limit.amount())));
        };
    }
}
