package org.tongqu.platform.matter.intake;

import java.time.Instant;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Submitted.Applicant;

/**
 * A correction notice was answered. Published inside the transaction that stores the new round.
 *
 * @param answers all answers as they now stand
 */
public record Resubmitted(
        ReceiptNumber receipt,
        String caseId,
        Applicant applicant,
        int round,
        Datum.Fields answers,
        Instant submittedAt) {}
