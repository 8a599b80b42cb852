package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the list of tasks.
 *
 * @param assignee who has it in hand; after it was done, who did it
 */
public record TaskRow(
        String taskId,
        String nodeId,
        String performer,
        String organisation,
        Optional<String> assignee,
        Optional<String> assigneeName,
        Instant openedAt,
        Optional<Instant> dueAt,
        Optional<Done> done) {

    /** When a task was done and with what outcome; a task that was taken away has an empty one. */
    public record Done(Instant at, String outcome) {}
}
