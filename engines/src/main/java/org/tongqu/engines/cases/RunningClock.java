package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.time.Limit;

/**
 * A clock of a case, from its start on.
 *
 * @param since when it took up its present status: began to run, stood still, or resumed
 * @param spent what was used up before {@code since}; all that is used once it stands still
 * @param dueAt the first instant that is too late; while it is stopped, as it was before
 * @param calendarEdition the working-day table by which {@code dueAt} was found
 * @param ended when and how, once it has
 * @param exclusions the time it did not count, oldest first
 * @param before the same clock's earlier run, where it was started anew
 * @param prolonged the time it was given besides that of its rule, the first first
 */
public record RunningClock(
        ClockRule rule,
        Status status,
        Instant startedAt,
        Instant since,
        Spent spent,
        Instant dueAt,
        Instant warnAt,
        String calendarEdition,
        Optional<ClockEnd> ended,
        List<Exclusion> exclusions,
        Optional<RunningClock> before,
        List<Prolonged> prolonged) {

    public RunningClock {
        exclusions = List.copyOf(exclusions);
        prolonged = List.copyOf(prolonged);
    }

    public enum Status {
        RUNNING,
        /** While the applicant supplies something, the office's time stands still. */
        STOPPED,
        ENDED
    }

    /**
     * @param onTime before its due time
     * @param was what it did before
     */
    public record ClockEnd(Instant at, boolean onTime, Status was) {}

    /**
     * One stretch of time that a clock did not count, so that it can be shown why a due date is what it is.
     *
     * @param by the task or special procedure that stopped it; empty for the whole case
     * @param until empty while it lasts
     */
    public record Exclusion(Stop stop, String by, Instant from, Optional<Instant> until) {

        Exclusion endedAt(Instant at) {
            return until.isPresent() ? this : new Exclusion(stop, by, from, Optional.of(at));
        }
    }

    /**
     * Why a clock stands still.
     *
     * @param basis where it is laid down that the time does not count; may be empty for a step that says none
     * @param why in the words of whoever stopped it; empty where the process does
     */
    public record Stop(Kind kind, String basis, String why) {

        public enum Kind {
            /** A step of the process during which the clocks stand still. */
            STEP,
            /** The applicant completes what was missing (补正). */
            SUPPLEMENT,
            /** A hearing, expert review or publicity (特别程序). */
            SPECIAL,
            /** The case is suspended (挂起). */
            SUSPENDED
        }
    }

    /** Time somebody gave it (延长). */
    public record Prolonged(Limit more, String byName, Instant at, String why, String basis) {}

    public String name() {
        return rule.name();
    }

    /** That of its rule, and what it was prolonged by. */
    public Limit limit() {
        var more = prolonged.stream().mapToInt(time -> time.more().amount()).sum();
        return new Limit(rule.limit().amount() + more, rule.limit().unit());
    }

    /** Whether it was late already when it stood still, or is now. */
    boolean isOverdue(Instant now) {
        return !(status == Status.RUNNING ? now : since).isBefore(dueAt);
    }

    RunningClock prolonged(CaseEvent.ClockProlonged event) {
        var more = new ArrayList<>(prolonged);
        more.add(new Prolonged(event.more(), event.byName(), event.at(), event.why(), event.basis()));
        return new RunningClock(
                rule,
                status,
                startedAt,
                since,
                spent,
                event.dueAt(),
                event.warnAt(),
                event.calendarEdition(),
                ended,
                exclusions,
                before,
                more);
    }

    RunningClock stopped(CaseEvent.ClockStopped event) {
        var more = new ArrayList<>(exclusions);
        var stop = event.cause().orElse(new Stop(Stop.Kind.STEP, "", ""));
        more.add(new Exclusion(stop, event.taskId(), event.at(), Optional.empty()));
        return standing(Status.STOPPED, event.at(), event.spent(), Optional.empty(), more);
    }

    RunningClock resumed(CaseEvent.ClockResumed event) {
        return due(event.dueAt(), event.warnAt(), event.calendarEdition())
                .standing(Status.RUNNING, event.at(), spent, Optional.empty(), exclusionsUntil(event.at()));
    }

    RunningClock ended(CaseEvent.ClockEnded event) {
        var end = new ClockEnd(event.at(), event.onTime(), status);
        return standing(Status.ENDED, since, spent, Optional.of(end), exclusionsUntil(event.at()));
    }

    /** It goes on as if it had never ended: the time in between counts, unless it stood still before. */
    RunningClock reopened() {
        var was = ended.map(ClockEnd::was).orElse(status);
        var excluded = new ArrayList<>(exclusions);
        if (was == Status.STOPPED && !excluded.isEmpty()) {
            var last = excluded.removeLast();
            excluded.add(new Exclusion(last.stop(), last.by(), last.from(), Optional.empty()));
        }
        return standing(was, since, spent, Optional.empty(), excluded);
    }

    RunningClock recounted(CaseEvent.ClockRecounted event) {
        return due(event.dueAt(), event.warnAt(), event.calendarEdition())
                .standing(status, since, event.spent(), ended, exclusions);
    }

    /** The same clock, due then. */
    private RunningClock due(Instant dueAt, Instant warnAt, String calendarEdition) {
        return new RunningClock(
                rule,
                status,
                startedAt,
                since,
                spent,
                dueAt,
                warnAt,
                calendarEdition,
                ended,
                exclusions,
                before,
                prolonged);
    }

    /** The same clock in another status. */
    private RunningClock standing(
            Status status, Instant since, Spent spent, Optional<ClockEnd> ended, List<Exclusion> exclusions) {
        return new RunningClock(
                rule,
                status,
                startedAt,
                since,
                spent,
                dueAt,
                warnAt,
                calendarEdition,
                ended,
                exclusions,
                before,
                prolonged);
    }

    private List<Exclusion> exclusionsUntil(Instant at) {
        return exclusions.stream().map(exclusion -> exclusion.endedAt(at)).toList();
    }
}
