package org.tongqu.platform.matter.casework;

import java.time.Instant;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.intake.Submitted.Place;

/**
 * What never changes about a case.
 *
 * @param title what the matter is about in the applicant's words, e.g. the name of the firm
 */
public record CaseHead(
        String caseId,
        ReceiptNumber receipt,
        PackRef pack,
        String title,
        Applicant applicant,
        Place organisation,
        Instant openedAt) {}
