package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * An application has been handed in and can no longer be edited. Published once per receipt, inside the transaction that
 * stores the submission: who handles it takes it over there and then, or nothing was handed in.
 *
 * @param pack the pack and its content under which the matter is handled to its end
 * @param organisation who handles it
 * @param title what the matter is about in the applicant's words, e.g. the name of the firm
 * @param reception where it was taken down, when not by the applicant on the web
 * @param submittedAt when the platform took it over; statutory deadlines count from here
 */
public record Submitted(
        ReceiptNumber receipt,
        String caseId,
        PackRef pack,
        Applicant applicant,
        Place organisation,
        String title,
        Datum.Fields answers,
        Optional<Reception> reception,
        Instant submittedAt) {

    /**
     * A window at which a clerk took the application down.
     *
     * @param place by which the place is known, e.g. the code of a hall
     * @param scanned how many papers were scanned there
     */
    public record Reception(String place, Label name, String staff, String clerk, int scanned) {}

    /** Which rules apply. Two contents of one version are two different rules. */
    public record PackRef(String id, String version, String contentHash) {}

    /** The account that applied and its name then. */
    public record Applicant(String account, String name) {}

    /**
     * The organisation that handles the matter and the division it does so for.
     *
     * @param code its unified social credit code
     */
    public record Place(String code, String division) {}
}
