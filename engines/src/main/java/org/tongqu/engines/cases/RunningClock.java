package org.tongqu.engines.cases;

import java.time.Instant;
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
        Optional<ClockEnd> ended) {

    public enum Status {
        RUNNING,
        /** While the applicant supplies something, the office's time stands still. */
        STOPPED,
        ENDED
    }

    /** @param onTime before its due time */
    public record ClockEnd(Instant at, boolean onTime) {}

    public String name() {
        return rule.name();
    }

    public Limit limit() {
        return rule.limit();
    }

    RunningClock stopped(CaseEvent.ClockStopped event) {
        return new RunningClock(
                rule,
                Status.STOPPED,
                startedAt,
                event.at(),
                event.spent(),
                dueAt,
                warnAt,
                calendarEdition,
                Optional.empty());
    }

    RunningClock resumed(CaseEvent.ClockResumed event) {
        return new RunningClock(
                rule,
                Status.RUNNING,
                startedAt,
                event.at(),
                spent,
                event.dueAt(),
                event.warnAt(),
                event.calendarEdition(),
                Optional.empty());
    }

    RunningClock ended(CaseEvent.ClockEnded event) {
        return new RunningClock(
                rule,
                Status.ENDED,
                startedAt,
                since,
                spent,
                dueAt,
                warnAt,
                calendarEdition,
                Optional.of(new ClockEnd(event.at(), event.onTime())));
    }
}
