package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;

/**
 * Work that waits for a person.
 *
 * @param id unique in its case and usable in an address, e.g. {@code review-3}
 * @param organisation whose officers it waits for; for the applicant's own tasks, the one that asked
 * @param dueAt the first instant that is too late for this step, where it has a limit
 * @param warnAt from when it is shown in yellow
 */
public record Task(
        String id,
        String nodeId,
        Performer performer,
        String organisation,
        Optional<Assignee> assignee,
        Instant openedAt,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt) {

    Task assignedTo(Optional<Assignee> assignee) {
        return new Task(id, nodeId, performer, organisation, assignee, openedAt, dueAt, warnAt);
    }
}
