package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.RuleTable;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/**
 * What happened to a case. Stored for good: a field is never renamed or given another meaning, see
 * {@code stored.CaseEventCodec}. {@code by} and {@code byName} are there where a person acted.
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
            Optional<Instant> warnAt,
            Optional<Assignee> assignee,
            Optional<Task.Tie> tie,
            Optional<String> calendarEdition)
            implements CaseEvent {}

    /** Several are asked to decide one step. */
    record GroupOpened(Instant at, String groupId, String nodeId, List<Group.Seat> seats) implements CaseEvent {
        public GroupOpened {
            seats = List.copyOf(seats);
        }
    }

    /** Enough of them have spoken. {@code by} was the last. */
    record GroupDecided(Instant at, String by, String byName, String groupId, String nodeId, String outcome)
            implements CaseEvent {}

    record VoicesAdded(
            Instant at, String by, String byName, String groupId, String nodeId, List<Group.Seat> seats, String why)
            implements CaseEvent {
        public VoicesAdded {
            seats = List.copyOf(seats);
        }
    }

    record VoiceRemoved(
            Instant at, String by, String byName, String groupId, String nodeId, Group.Seat seat, String why)
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

    record MessageReceived(Instant at, String message, String nodeId, Datum.Fields facts) implements CaseEvent {}

    /**
     * A decision table was asked.
     *
     * @param table by which id its answer stands among the facts, under {@code rules}
     * @param name as its author called it
     * @param asked what each of its columns found
     * @param matched the rows that decided; none where only what holds otherwise did
     */
    record RuleDecided(
            Instant at,
            String nodeId,
            String table,
            String name,
            List<RuleTable.Found> asked,
            List<RuleTable.Matched> matched,
            Datum.Fields facts)
            implements CaseEvent {
        public RuleDecided {
            asked = List.copyOf(asked);
            matched = List.copyOf(matched);
        }
    }

    /**
     * A step could not be done, and the case went on from its edge.
     *
     * @param taskId the service that was asked, or the place of the decision table
     * @param nodeId what caught the error
     * @param why in the words of the platform, or the table and its rows that contradict each other
     * @param facts what is not known any more
     */
    record ErrorCaught(Instant at, String taskId, String nodeId, String error, String why, Datum.Fields facts)
            implements CaseEvent {}

    /** The case gave a sign to whatever in it waits for that. */
    record SignalSent(Instant at, String signal, String nodeId) implements CaseEvent {}

    /** @param nodeId what waited for the sign */
    record SignalCaught(Instant at, String signal, String nodeId, Datum.Fields facts) implements CaseEvent {}

    /**
     * @param taskId the task whose boundary it is on; empty for a timer the case itself waits for
     * @param calendarEdition by which the day was found; empty where none was asked, as after a suspension
     */
    record TimerSet(
            Instant at,
            String timerId,
            String nodeId,
            Optional<String> taskId,
            Instant dueAt,
            Optional<String> calendarEdition)
            implements CaseEvent {}

    record TimerFired(Instant at, String timerId, String nodeId) implements CaseEvent {}

    record TimerCancelled(Instant at, String timerId, String nodeId) implements CaseEvent {}

    /** @param dueAt the first instant that is too late */
    record ClockStarted(Instant at, String clock, Limit limit, Instant dueAt, Instant warnAt, String calendarEdition)
            implements CaseEvent {}

    /**
     * @param taskId the task or special procedure that stops it; empty when the whole case is suspended
     * @param spent what of the limit is used up in all, see {@link Spent}
     * @param cause why; empty in events older than causes
     */
    record ClockStopped(Instant at, String clock, String taskId, Spent spent, Optional<RunningClock.Stop> cause)
            implements CaseEvent {}

    record ClockResumed(Instant at, String clock, Instant dueAt, Instant warnAt, String calendarEdition)
            implements CaseEvent {}

    /** @param onTime it ended, or was stopped for good, before its due time */
    record ClockEnded(Instant at, String clock, boolean onTime) implements CaseEvent {}

    /** What ended it was taken back: it is as it was before. */
    record ClockReopened(Instant at, String clock) implements CaseEvent {}

    /** What started it was taken back: it never ran. */
    record ClockVoided(Instant at, String clock) implements CaseEvent {}

    /** Another edition of the calendar gives another due time. */
    record ClockRecounted(Instant at, String clock, Spent spent, Instant dueAt, Instant warnAt, String calendarEdition)
            implements CaseEvent {}

    /** Another edition of the calendar gives the step another due time. */
    record TaskRecounted(Instant at, String taskId, Instant dueAt, Instant warnAt, Optional<String> calendarEdition)
            implements CaseEvent {}

    /**
     * Somebody who may gave the clock more time (延长审批).
     *
     * @param more by how much
     * @param basis where it is laid down that they may
     */
    record ClockProlonged(
            Instant at,
            String by,
            String byName,
            String clock,
            Limit more,
            String why,
            String basis,
            Instant dueAt,
            Instant warnAt,
            String calendarEdition)
            implements CaseEvent {}

    /**
     * Sent back (退回). The task is closed undone; the step is opened anew.
     *
     * @param backTo the id of the token with which that step was passed
     */
    record TaskReturned(
            Instant at,
            String by,
            String byName,
            String taskId,
            String nodeId,
            String backTo,
            String toNode,
            String why)
            implements CaseEvent {}

    /** Whoever decided took it back before anybody went on with it (撤回). */
    record TaskRecalled(Instant at, String by, String byName, String taskId, String nodeId, String why)
            implements CaseEvent {}

    /** A step passed before is to be done again (重新办理). */
    record StepReopened(Instant at, String by, String byName, String taskId, String nodeId, String why)
            implements CaseEvent {}

    record TaskDelegated(Instant at, String by, String byName, String taskId, Assignee to, String why)
            implements CaseEvent {}

    /** The delegate is done, or was relieved; whoever delegated decides. */
    record TaskGivenBack(Instant at, String by, String byName, String taskId, String opinion) implements CaseEvent {}

    record SignersAdded(Instant at, String by, String byName, String taskId, When when, List<Assignee> who, String why)
            implements CaseEvent {
        public SignersAdded {
            who = List.copyOf(who);
        }
    }

    record SignerRemoved(Instant at, String by, String byName, String taskId, Assignee who, String why)
            implements CaseEvent {}

    /** Others may read the case from now on (抄送). */
    record CaseCopied(Instant at, String by, String byName, List<Assignee> to, String why) implements CaseEvent {
        public CaseCopied {
            to = List.copyOf(to);
        }
    }

    record TaskUrged(Instant at, String by, String byName, String taskId, String why) implements CaseEvent {}

    record CaseSuspended(Instant at, String by, String byName, String why, String basis) implements CaseEvent {}

    record CaseResumed(Instant at, String by, String byName, String why) implements CaseEvent {}

    /** An officer ended it (终止). {@link CaseEnded} with {@code terminated} follows. */
    record CaseTerminated(Instant at, String by, String byName, String why) implements CaseEvent {}

    /**
     * The applicant is asked to complete something (补正); their task is tied to this one.
     *
     * @param newly why it could not be known the first time; empty for the first notice
     */
    record SupplementAsked(
            Instant at,
            String by,
            String byName,
            String taskId,
            String nodeId,
            List<String> fields,
            List<String> materials,
            String why,
            String newly)
            implements CaseEvent {
        public SupplementAsked {
            fields = List.copyOf(fields);
            materials = List.copyOf(materials);
        }
    }

    /** @param excludedUntil until when its time is not counted at most */
    record SpecialBegun(
            Instant at,
            String by,
            String byName,
            String specialId,
            String taskId,
            String code,
            Limit limit,
            String basis,
            Instant excludedUntil,
            String why,
            Optional<String> calendarEdition)
            implements CaseEvent {}

    record SpecialEnded(Instant at, String by, String byName, String specialId, String code, String why)
            implements CaseEvent {}

    /** Its time is over and the clocks run again, though it is not finished. */
    record SpecialOverran(Instant at, String specialId, String code) implements CaseEvent {}

    /** Accepted although this is still missing (容缺受理). */
    record MaterialsPromised(
            Instant at,
            String by,
            String byName,
            String promiseId,
            String nodeId,
            List<String> materials,
            Instant dueAt,
            Optional<String> calendarEdition)
            implements CaseEvent {
        public MaterialsPromised {
            materials = List.copyOf(materials);
        }
    }

    record PromiseReminded(Instant at, String promiseId, List<String> materials) implements CaseEvent {
        public PromiseReminded {
            materials = List.copyOf(materials);
        }
    }

    record PromiseKept(Instant at, String by, String byName, String promiseId, Datum.Fields facts)
            implements CaseEvent {}

    record PromiseBroken(Instant at, String promiseId, List<String> materials) implements CaseEvent {
        public PromiseBroken {
            materials = List.copyOf(materials);
        }
    }

    /** When somebody added signs. */
    enum When {
        BEFORE,
        AFTER
    }

    /** Why something open was closed without being done. */
    enum Cancellation {
        /** An interrupting timer on the task fired. */
        TIMER,
        /** The applicant withdrew. */
        WITHDRAWN,
        /** Another way of the case reached an end for the whole case, or an officer ended it. */
        TERMINATED,
        /** The case went back to a step before it. */
        RETURNED,
        /** What had led to it was taken back. */
        RECALLED,
        /** The signature is no longer asked for. */
        REMOVED,
        /** Others decided before. */
        DECIDED,
        /** An interrupting message or sign came. */
        CAUGHT
    }
}
