package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.List;

/** Every reason why a case does not do what was asked. Nothing has happened then. */
public sealed interface CaseRefusal {

    /** There is no such case yet; open it first. */
    record NotOpenYet() implements CaseRefusal {}

    /** It was opened before, e.g. by the same form sent twice; go on with the case that is there. */
    record OpenAlready(String caseId) implements CaseRefusal {}

    /** The case is over. */
    record Ended(String result, Instant at) implements CaseRefusal {}

    /** Nothing open has this id: it never was, or was cancelled since. Look at the case again. */
    record NoSuchTask(String taskId) implements CaseRefusal {}

    /** A colleague was faster; look at what they decided. */
    record TaskAlreadyDone(String taskId, String byName, String outcome, Instant at) implements CaseRefusal {}

    /** A colleague has claimed it; ask them to release or transfer it. */
    record TakenBy(String byName) implements CaseRefusal {}

    /** Nobody has claimed it, so there is nothing to put back. */
    record NotClaimed(String taskId) implements CaseRefusal {}

    /**
     * @param performerNeeded {@code role:CODE}, {@code applicant} or {@code system}
     * @param organisationNeeded the code of the organisation, or empty when it does not matter
     */
    record NotYours(String performerNeeded, String organisationNeeded) implements CaseRefusal {}

    record OutcomeUnknown(String outcome, List<String> allowed) implements CaseRefusal {
        public OutcomeUnknown {
            allowed = List.copyOf(allowed);
        }
    }

    /** @param outcome what needs the reason; {@code transfer} when a task is given away without saying why */
    record ReasonMissing(String outcome) implements CaseRefusal {}

    /** No such timer is set: it fired before, or what it watched over is done. */
    record NoSuchTimer(String timerId) implements CaseRefusal {}

    record NotYetDue(Instant dueAt) implements CaseRefusal {}

    /** The calendar has no data of this year, so a deadline cannot be computed; import it and try again. */
    record CalendarSilent(int year) implements CaseRefusal {}

    /** A service task could not be performed; undo the transaction and tell the person who set it off. */
    record ServiceRefused(String action, String why) implements CaseRefusal {}
}
