package org.tongqu.platform.matter.decisions;

import java.time.Instant;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/**
 * What an organisation decided in a matter.
 *
 * @param number the document number (文号), without gaps per organisation and year
 * @param outcome the code of the outcome, in the words of the case's process
 * @param reason in the words of whoever decided; empty where none was needed
 * @param basis the law the service stands on, one per line
 */
public record Decision(
        String caseId,
        ReceiptNumber receipt,
        String number,
        String packId,
        String organisation,
        String outcome,
        Grounds grounds,
        By by,
        Instant at) {

    /** Why it was decided so. */
    public record Grounds(String reason, String basis) {}

    /** Who decided. */
    public record By(String staff, String name) {}
}
