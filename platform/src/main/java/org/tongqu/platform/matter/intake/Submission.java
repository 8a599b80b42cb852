package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.List;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.intake.Submitted.Place;

/**
 * What was handed in, frozen.
 *
 * @param round 1 is the application, each answered correction notice adds one
 * @param contentHash SHA-256 over answers and the hashes of the files: anybody with the receipt can prove what it said
 */
public record Submission(
        ReceiptNumber receipt,
        int round,
        String caseId,
        PackRef pack,
        Applicant applicant,
        Place organisation,
        String title,
        Draft.Filled filled,
        List<Material> materials,
        String contentHash,
        Instant submittedAt) {

    public Submission {
        materials = List.copyOf(materials);
    }

    public Datum.Fields answers() {
        return filled.answers();
    }
}
