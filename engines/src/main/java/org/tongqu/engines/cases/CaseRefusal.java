package org.tongqu.engines.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongqu.kernel.time.Limit;

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

    /** @param outcome with which a day must be named */
    record DayMissing(String outcome) implements CaseRefusal {}

    /** The outcome asks for a payment and no amount in yuan was named that could be one; nothing to pay is 0. */
    record FeeMissing(String outcome) implements CaseRefusal {}

    /** The day on which somebody is to come is over. */
    record DayOver(LocalDate day) implements CaseRefusal {}

    /** Nobody works on the day on which somebody is to come. */
    record DayFree(LocalDate day) implements CaseRefusal {}

    /** No such timer is set: it fired before, or what it watched over is done. */
    record NoSuchTimer(String timerId) implements CaseRefusal {}

    /** More rows of a decision table match than it foresees; nothing was done. */
    record RulesConflict(String table, List<Integer> rules) implements CaseRefusal {
        public RulesConflict {
            rules = List.copyOf(rules);
        }
    }

    /** No place of the case waits for this message or sign now: it came too early, twice, or is not meant for it. */
    record NobodyWaitsFor(String message) implements CaseRefusal {}

    record NotYetDue(Instant dueAt) implements CaseRefusal {}

    /** The calendar has no data of this year, so a deadline cannot be computed; import it and try again. */
    record CalendarSilent(int year) implements CaseRefusal {}

    /** A service task could not be performed; undo the transaction and tell the person who set it off. */
    record ServiceRefused(String action, String why) implements CaseRefusal {}

    /** The case is suspended; resume it first. */
    record Suspended(String byName, String why, Instant at) implements CaseRefusal {}

    record NotSuspended() implements CaseRefusal {}

    /** The process does not allow this at that step. */
    record NotAllowedHere(String operation, String nodeId) implements CaseRefusal {}

    /** There is no such step before this one on its way, or it was inside a block that is finished. */
    record NotPassed(String nodeId) implements CaseRefusal {}

    /** The way back leaves a parallel block: ask for the whole block if the others are to be done again too. */
    record CrossesParallel(List<String> siblings) implements CaseRefusal {
        public CrossesParallel {
            siblings = List.copyOf(siblings);
        }
    }

    /** The case went on since, so it cannot be taken back any more; ask for it to be returned. */
    record AlreadyTouched(String nodeId) implements CaseRefusal {}

    /** Something else must be finished or taken back first: opinions, a supplement, a special procedure. */
    record Held(List<String> by) implements CaseRefusal {
        public Held {
            by = List.copyOf(by);
        }
    }

    /** The case has no such clock, or it has ended. */
    record NoSuchClock(String clock) implements CaseRefusal {}

    /** No law lets this clock be prolonged. */
    record NotProlongable(String clock) implements CaseRefusal {}

    /** It was prolonged as often as is allowed. */
    record ProlongedBefore(String byName, Instant at) implements CaseRefusal {}

    /** More than is allowed at once, or none at all, or in another unit. */
    record TooMuch(Limit most) implements CaseRefusal {}

    /** The clock is overdue: what is late is not made good by more time. */
    record TooLateToProlong(Instant dueAt) implements CaseRefusal {}

    /** Whoever delegated it decides; give it back with an opinion. */
    record OnlyPrepared(String byName) implements CaseRefusal {}

    record NotDelegated(String taskId) implements CaseRefusal {}

    /** The applicant was told at this step what is missing; a second notice needs why it was not known then. */
    record AskedBefore(String byName, Instant at) implements CaseRefusal {}

    /** This outcome was chosen at this step before and may be only once. */
    record OnceOnly(String outcome, String byName, Instant at) implements CaseRefusal {}

    /** Urged less than a day ago. */
    record UrgedBefore(Instant at) implements CaseRefusal {}

    /** Where it is laid down is missing. */
    record BasisMissing(String operation) implements CaseRefusal {}

    /** Nothing or nobody was named. */
    record NothingNamed(String operation) implements CaseRefusal {}

    /** The facts of the case do not say which organisation of this kind is competent. */
    record OrganisationUnknown(String kind) implements CaseRefusal {}

    record NoSuchSigner(String who) implements CaseRefusal {}

    /** They are asked already. */
    record SignerAlready(String name) implements CaseRefusal {}

    record SpecialUnknown(String code, List<String> declared) implements CaseRefusal {
        public SpecialUnknown {
            declared = List.copyOf(declared);
        }
    }

    record NoSuchSpecial(String specialId) implements CaseRefusal {}

    record NoSuchPromise(String promiseId) implements CaseRefusal {}

    /** This material was promised and must come first. */
    record PromiseOpen(List<String> materials) implements CaseRefusal {
        public PromiseOpen {
            materials = List.copyOf(materials);
        }
    }
}
