package org.tongqu.platform.matter.intake.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.intake.Submitted.Place;
import org.tongqu.platform.matter.services.ItemUsage;

/** What was handed in. Rows are added, never changed: the application role has no right to. */
@Repository
public class SubmissionStore implements ItemUsage {

    private static final int LATEST = 5;

    private final JdbcClient jdbc;
    private final Vault vault;

    SubmissionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public long nextNumber() {
        return jdbc.sql("SELECT nextval('intake.receipt_sequence')")
                .query(Long.class)
                .single();
    }

    public void insert(Submission submission, String submitToken) {
        jdbc.sql("""
                        INSERT INTO intake.submission (receipt, round, case_id, pack_id, pack_version, pack_hash,
                            applicant, applicant_name, organisation, division, title, filled, materials,
                            content_hash, submit_token, submitted_at, waived)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?)""")
                .params(
                        submission.receipt().value(),
                        submission.round(),
                        UUID.fromString(submission.caseId()),
                        submission.pack().id(),
                        submission.pack().version(),
                        submission.pack().contentHash(),
                        submission.applicant().account(),
                        submission.applicant().name(),
                        submission.organisation().code(),
                        submission.organisation().division(),
                        submission.title(),
                        vault.seal(submission.filled()),
                        Stored.of(submission.materials()).canonical(),
                        submission.contentHash(),
                        submitToken,
                        time(submission.submittedAt()),
                        submission.filled().provenance().waived().size())
                .update();
    }

    /** What pressing this button made, if it was pressed before. */
    public Optional<Submission> findByToken(String applicant, String submitToken) {
        return jdbc.sql("SELECT * FROM intake.submission WHERE submit_token = ? AND applicant = ?")
                .params(submitToken, applicant)
                .query((row, number) -> submission(row))
                .optional();
    }

    /** The last round. */
    public Optional<Submission> findLast(ReceiptNumber receipt) {
        return jdbc.sql("SELECT * FROM intake.submission WHERE receipt = ? ORDER BY round DESC LIMIT 1")
                .param(receipt.value())
                .query((row, number) -> submission(row))
                .optional();
    }

    /** The last few of an applicant, of whatever service; the newest first. */
    List<Submission> latest(String applicant) {
        return jdbc.sql("SELECT * FROM intake.submission WHERE applicant = ? ORDER BY submitted_at DESC LIMIT ?")
                .params(applicant, LATEST)
                .query((row, number) -> submission(row))
                .list();
    }

    /** All rounds, the first first. */
    public List<Submission> rounds(ReceiptNumber receipt) {
        return jdbc.sql("SELECT * FROM intake.submission WHERE receipt = ? ORDER BY round")
                .param(receipt.value())
                .query((row, number) -> submission(row))
                .list();
    }

    @Override
    public Map<String, Long> applicationsSince(Instant since) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        SELECT pack_id, count(*) AS applications FROM intake.submission
                        WHERE round = 1 AND submitted_at >= ? GROUP BY pack_id""").param(time(since)).query(row -> {
            counts.put(row.getString("pack_id"), row.getLong("applications"));
        });
        return counts;
    }

    @Override
    public Map<String, Long> waivedSince(Instant since) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        SELECT pack_id, sum(waived) AS waived FROM intake.submission
                        WHERE round = 1 AND waived > 0 AND submitted_at >= ? GROUP BY pack_id""").param(time(since)).query(row -> {
            counts.put(row.getString("pack_id"), row.getLong("waived"));
        });
        return counts;
    }

    private Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                new ReceiptNumber(row.getString("receipt")),
                row.getInt("round"),
                row.getString("case_id"),
                new PackRef(row.getString("pack_id"), row.getString("pack_version"), row.getString("pack_hash")),
                new Applicant(row.getString("applicant"), row.getString("applicant_name")),
                new Place(row.getString("organisation"), row.getString("division")),
                row.getString("title"),
                vault.filled(row.getBytes("filled")),
                Stored.materials(row.getString("materials")),
                row.getString("content_hash"),
                instant(row, "submitted_at"));
    }
}
