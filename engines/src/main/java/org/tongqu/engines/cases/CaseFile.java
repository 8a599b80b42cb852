package org.tongqu.engines.cases;

import java.time.Instant;

/**
 * What was fixed when the case was opened and never changes.
 *
 * @param clocks the rules in force on that day, also for clocks that start later
 */
public record CaseFile(
        String caseId, String processId, String applicant, String organisation, Clocks clocks, Instant openedAt) {}
