package org.tongqu.platform.matter.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.intake.internal.ContentHash;
import org.tongqu.platform.matter.intake.internal.Ids;
import org.tongqu.platform.matter.intake.internal.SubmissionCopy;
import org.tongqu.platform.matter.intake.internal.Titles;

/**
 * Fills empty tables with submissions that another system hands over once. Whoever hands them over vouches for them:
 * nothing is checked and nothing is announced.
 */
@Service
public class SubmissionLoad {

    private final SubmissionCopy copy;
    private final JdbcClient jdbc;

    SubmissionLoad(SubmissionCopy copy, JdbcClient jdbc) {
        this.copy = copy;
        this.jdbc = jdbc;
    }

    /** A submission made ready for its table. */
    public record Ready(Submission submission, byte[] sealed) {}

    /** The sealing takes time and may run on any thread. */
    public Ready ready(Submission submission) {
        return copy.ready(submission);
    }

    public void load(List<Ready> submissions) {
        copy.load(submissions);
    }

    /** What matters of this service are called by, as {@link Intake#submit} would call them. */
    public static String title(Pack pack, Datum.Fields answers) {
        return Titles.of(pack, answers);
    }

    /** The hash of a round without files. */
    public static String contentHash(ReceiptNumber receipt, int round, Datum.Fields answers) {
        return ContentHash.of(receipt, round, answers, List.of());
    }

    /** The id a matter of this time would have, with these random bits. */
    public static UUID caseId(Instant submittedAt, long someBits, long moreBits) {
        return Ids.of(submittedAt, someBits, moreBits);
    }

    /** New receipts are numbered from behind this one. */
    public void numbersUsed(long last) {
        jdbc.sql("SELECT setval('intake.receipt_sequence', ?)")
                .param(last)
                .query(Long.class)
                .single();
    }
}
