package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;

/**
 * Work that waits for a person.
 *
 * @param id unique in its case and usable in an address, e.g. {@code review-3}
 * @param organisation whose officers it waits for; for the applicant's own tasks, the one that asked
 * @param dueAt the first instant that is too late for this step, where it has a limit
 * @param warnAt from when it is shown in yellow
 * @param tie what waits for it, where it is not itself where the case stands
 * @param delegator who gave it to its assignee to prepare (委派) and decides in the end
 * @param signers who will sign once it is decided (后加签)
 * @param urgedAt when it was last urged (催办)
 */
public record Task(
        String id,
        String nodeId,
        Performer performer,
        String organisation,
        Optional<Assignee> assignee,
        Instant openedAt,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt,
        Optional<Tie> tie,
        Optional<Assignee> delegator,
        List<Assignee> signers,
        Optional<Instant> urgedAt) {

    /**
     * What ties a task to something else that waits for it.
     *
     * @param to the id of that task, or of the group
     */
    public record Tie(Kind kind, String to) {

        public enum Kind {
            /** The applicant completes what was missing (补正); the other task waits. */
            SUPPLEMENT,
            /** An opinion asked for before the decision (前加签); the other task waits. */
            SIGN_BEFORE,
            /** A signature after the decision (后加签); the case goes on only with it. */
            SIGN_AFTER,
            /** One voice of several (会签, 或签, 依次审批); the group waits. */
            SEAT
        }

        /** Whether it is the step itself, done by one of several, and not something asked in addition. */
        boolean isSeat() {
            return kind == Kind.SEAT;
        }
    }

    public Task {
        signers = List.copyOf(signers);
    }

    /** Whether it is the step itself and not an opinion or a supplement asked for in addition. */
    public boolean isStep() {
        return tie.isEmpty() || tie.get().isSeat();
    }

    boolean isTiedTo(String other) {
        return tie.isPresent() && tie.get().to().equals(other);
    }

    Task assignedTo(Optional<Assignee> now) {
        return new Task(
                id, nodeId, performer, organisation, now, openedAt, dueAt, warnAt, tie, delegator, signers, urgedAt);
    }

    Task delegatedBy(Optional<Assignee> owner, Optional<Assignee> to) {
        return new Task(id, nodeId, performer, organisation, to, openedAt, dueAt, warnAt, tie, owner, signers, urgedAt);
    }

    Task signedBy(List<Assignee> later) {
        return new Task(
                id, nodeId, performer, organisation, assignee, openedAt, dueAt, warnAt, tie, delegator, later, urgedAt);
    }

    Task due(Optional<Instant> due, Optional<Instant> warn) {
        return new Task(
                id, nodeId, performer, organisation, assignee, openedAt, due, warn, tie, delegator, signers, urgedAt);
    }

    Task urged(Instant at) {
        return new Task(
                id,
                nodeId,
                performer,
                organisation,
                assignee,
                openedAt,
                dueAt,
                warnAt,
                tie,
                delegator,
                signers,
                Optional.of(at));
    }
}
