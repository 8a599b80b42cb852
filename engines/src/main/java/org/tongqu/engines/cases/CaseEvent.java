package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/**
 * What happened to a case. Stored for good: a field is never renamed or given another meaning, see
 * {@link CaseEventCodec}. {@code by} and {@code byName} are there where a person acted.
 */
public sealed interface CaseEvent {

    Instant at();

    record CaseOpened(
            Instant at,
            String by,
            String byName,
            String caseId,
            String processId,
            String applicant,
            String organisation,
            Clocks clocks,
            Datum.Fields facts)
            implements CaseEvent {}

    /** The applicant took the application back. {@link CaseEnded} with {@code withdrawn} follows. */
    record CaseWithdrawn(Instant at, String by, String byName, String why) implements CaseEvent {}

    /** Nothing of the case is open any more. Always its last event. */
    record CaseEnded(Instant at, String result) implements CaseEvent {}

    /**
     * The case went on as far as it could without anybody.
     *
     * @param flows the flows taken, in order
     * @param tokens where it stands now, in full and not as a difference
     * @param numbersUsed how many numbers the ids of tokens have used up so far
     */
    record TokensMoved(Instant at, List<String> flows, List<Token> tokens, int numbersUsed) implements CaseEvent {
        public TokensMoved {
            flows = List.copyOf(flows);
            tokens = List.copyOf(tokens);
        }
    }

    record TaskOpened(
            Instant at,
            String taskId,
            String nodeId,
            Performer performer,
            String organisation,
            Optional<Instant> dueAt,
            Optional<Instant> warnAt)
            implements CaseEvent {}

    record TaskClaimed(Instant at, String by, String byName, String taskId) implements CaseEvent {}

    record TaskReleased(Instant at, String by, String byName, String taskId) implements CaseEvent {}

    record TaskTransferred(Instant at, String by, String byName, String taskId, Assignee to, String why)
            implements CaseEvent {}

    record TaskCompleted(
            Instant at,
            String by,
            String byName,
            String taskId,
            String nodeId,
            String outcome,
            String reason,
            Datum.Fields facts)
            implements CaseEvent {}

    record TaskCancelled(Instant at, String taskId, String nodeId, Cancellation why) implements CaseEvent {}

    record ServiceRequested(Instant at, String taskId, String nodeId, String action, String with)
            implements CaseEvent {}

    record ServiceDone(Instant at, String taskId, String nodeId, Datum.Fields facts) implements CaseEvent {}

    record ServiceCancelled(Instant at, String taskId, String nodeId, Cancellation why) implements CaseEvent {}

    /** @param taskId the task whose boundary it is on; empty for a timer the case itself waits for */
    record TimerSet(Instant at, String timerId, String nodeId, Optional<String> taskId, Instant dueAt)
            implements CaseEvent {}

    record TimerFired(Instant at, String timerId, String nodeId) implements CaseEvent {}

    record TimerCancelled(Instant at, String timerId, String nodeId) implements CaseEvent {}

    /** @param dueAt the first instant that is too late */
    record ClockStarted(Instant at, String clock, Limit limit, Instant dueAt, Instant warnAt, String calendarEdition)
            implements CaseEvent {}

    /**
     * @param taskId the task that stops it
     * @param spent what of the limit is used up in all, see {@link Spent}
     */
    record ClockStopped(Instant at, String clock, String taskId, Spent spent) implements CaseEvent {}

    record ClockResumed(Instant at, String clock, Instant dueAt, Instant warnAt, String calendarEdition)
            implements CaseEvent {}

    /** @param onTime it ended, or was stopped for good, before its due time */
    record ClockEnded(Instant at, String clock, boolean onTime) implements CaseEvent {}

    /** Why something open was closed without being done. */
    enum Cancellation {
        /** An interrupting timer on the task fired. */
        TIMER,
        /** The applicant withdrew. */
        WITHDRAWN,
        /** Another way of the case reached an end for the whole case. */
        TERMINATED
    }
}
