package org.tongqu.platform.matter.ratings.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.FollowUpFile.Known;
import org.tongqu.platform.matter.ratings.FollowUpStep;
import org.tongqu.platform.matter.ratings.Point;
import org.tongqu.platform.matter.ratings.Rating;
import org.tongqu.platform.operate.store.YearNumbers;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.seals.Seals;

/** What is done about bad ratings. */
@Repository
public class FollowUpStore {

    private final JdbcClient jdbc;
    private final Seals seals;

    FollowUpStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** A rating with its follow-up and the matter it is of, which not everybody is told. */
    public record Found(Rating rating, Optional<FollowUp> followUp, Known known) {}

    /** Who rated, to be told the answer. */
    public record Rater(String account, String receipt) {}

    /** The next number of the year; those of what is undone are not used. */
    public String nextNumber(int year) {
        return new YearNumbers(jdbc, "ratings.follow_up_number").next(year).toString();
    }

    /** Adds it, or replaces what of it moves. */
    public void put(FollowUp followUp) {
        jdbc.sql("""
                        INSERT INTO ratings.follow_up (id, number, organisation, addressed, state, round, opened_at, due_at,
                            edition, version)
                        VALUES (CAST(? AS uuid), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET addressed = excluded.addressed, state = excluded.state,
                            round = excluded.round, opened_at = excluded.opened_at, due_at = excluded.due_at,
                            edition = excluded.edition, version = excluded.version""")
                .params(
                        followUp.id(),
                        followUp.number(),
                        followUp.organisation(),
                        followUp.addressed(),
                        followUp.state().name(),
                        followUp.round(),
                        time(followUp.term().openedAt()),
                        time(followUp.term().dueAt()),
                        followUp.term().edition(),
                        followUp.version())
                .update();
    }

    /** Keeps when it was answered first, and whether in time. */
    public void answered(String id, Instant at) {
        jdbc.sql("""
                        UPDATE ratings.follow_up SET answered_at = ?, in_time = ? < due_at
                        WHERE id = CAST(? AS uuid) AND answered_at IS NULL""").params(time(at), time(at), id).update();
    }

    public void add(FollowUp followUp, FollowUpStep step) {
        jdbc.sql("""
                        INSERT INTO ratings.follow_up_step (follow_up, number, kind, at, by, by_name, verdict, words)
                        VALUES (CAST(? AS uuid), ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        followUp.id(),
                        followUp.version(),
                        step.kind().name(),
                        time(step.at()),
                        step.by().id(),
                        step.by().name(),
                        step.verdict().map(Enum::name).orElse(null),
                        step.words()))
                .update();
    }

    /** It counts no longer. */
    public void strike(String id) {
        jdbc.sql("UPDATE ratings.rating SET counts = false WHERE id = CAST(? AS uuid)")
                .param(id)
                .update();
    }

    public Optional<Found> find(UUID id) {
        return jdbc.sql(RatingStore.BOTH + " WHERE r.id = ?")
                .param(id)
                .query((row, number) -> found(row))
                .optional();
    }

    /** Takes the one lock of the follow-up. */
    public Optional<Found> lock(UUID id) {
        jdbc.sql("SELECT 1 FROM ratings.follow_up WHERE id = ? FOR UPDATE")
                .param(id)
                .query(row -> {});
        return find(id);
    }

    /** Takes the lock of the follow-up of one point of a case. */
    public Optional<FollowUp> lockOf(UUID caseId, Point point) {
        return jdbc.sql("SELECT id FROM ratings.rating WHERE case_id = ? AND point = ?")
                .params(caseId, point.name())
                .query(UUID.class)
                .optional()
                .flatMap(this::lock)
                .flatMap(Found::followUp);
    }

    public Rater applicant(String id) {
        return jdbc.sql("SELECT applicant, receipt FROM ratings.rating WHERE id = CAST(? AS uuid)")
                .param(id)
                .query((row, number) -> new Rater(row.getString("applicant"), row.getString("receipt")))
                .single();
    }

    public String caseOf(String id) {
        return jdbc.sql("SELECT case_id::text FROM ratings.rating WHERE id = CAST(? AS uuid)")
                .param(id)
                .query(String.class)
                .single();
    }

    public List<FollowUpStep> steps(String id) {
        return jdbc.sql("SELECT * FROM ratings.follow_up_step WHERE follow_up = CAST(? AS uuid) ORDER BY number")
                .param(id)
                .query((row, number) -> new FollowUpStep(
                        FollowUpStep.Kind.valueOf(row.getString("kind")),
                        instant(row, "at"),
                        new Entry.Doer(row.getString("by"), row.getString("by_name")),
                        Optional.ofNullable(row.getString("verdict")).map(FollowUpStep.Verdict::valueOf),
                        row.getString("words")))
                .list();
    }

    private Found found(ResultSet row) throws SQLException {
        var contact = row.getBytes("contact");
        return new Found(
                RatingStore.rating(row),
                RatingStore.followUp(row),
                new Known(
                        row.getString("case_id"),
                        row.getString("receipt"),
                        contact == null ? "" : seals.cipher(RatingStore.CONTACT).openText(contact)));
    }
}
