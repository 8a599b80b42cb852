package org.tongqu.platform.matter.decisions.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/** Decisions and the numbers they bear. */
@Repository
public class DecisionStore {

    /** How many numbers are laid ready at once: enough for all who decide in one moment. */
    private static final int LAID = 32;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A number of the series that no decision bears; none is left out. Of those laid ready the lowest that nobody else
     * holds is taken, so that officers of one office decide side by side; what is undone is free again. Only whoever
     * finds none lays the next ones, and only for them does anybody wait.
     */
    public int nextNumber(String series, int year) {
        return takeFree(series, year).orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO decisions.number_series (series, year, last) VALUES (?, ?, 0)
                            ON CONFLICT (series, year) DO UPDATE SET last = number_series.last""").params(series, year).update();
            return takeFree(series, year).orElseGet(() -> layAndTake(series, year));
        });
    }

    private Optional<Integer> takeFree(String series, int year) {
        return jdbc.sql("""
                        WITH free AS MATERIALIZED (
                            SELECT series, year, number FROM decisions.free_number WHERE series = ? AND year = ?
                            ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
                        DELETE FROM decisions.free_number f USING free
                         WHERE (f.series, f.year, f.number) = (free.series, free.year, free.number)
                        RETURNING f.number""").params(series, year).query(Integer.class).optional();
    }

    private int layAndTake(String series, int year) {
        return jdbc.sql("""
                        WITH laid AS (UPDATE decisions.number_series SET last = last + ?
                                       WHERE series = ? AND year = ? RETURNING series, year, last),
                             free AS (INSERT INTO decisions.free_number (series, year, number)
                                      SELECT series, year, generate_series(last - ? + 2, last) FROM laid)
                        SELECT last - ? + 1 FROM laid""")
                .params(LAID, series, year, LAID, LAID)
                .query(Integer.class)
                .single();
    }

    public void insert(Decision decision, String taskId) {
        jdbc.sql("""
                        INSERT INTO decisions.decision (case_id, task_id, number, receipt, pack_id, organisation,
                            outcome, reason, basis, decided_by, decided_by_name, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.fromString(decision.caseId()),
                        taskId,
                        decision.number(),
                        decision.receipt().value(),
                        decision.packId(),
                        decision.organisation(),
                        decision.outcome(),
                        decision.grounds().reason(),
                        decision.grounds().basis(),
                        decision.by().staff(),
                        decision.by().name(),
                        time(decision.at()))
                .update();
    }

    public List<Decision> ofCase(UUID caseId) {
        return jdbc.sql("SELECT * FROM decisions.decision WHERE case_id = ? ORDER BY decided_at, task_id")
                .param(caseId)
                .query((row, number) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("case_id"),
                new ReceiptNumber(row.getString("receipt")),
                row.getString("number"),
                row.getString("pack_id"),
                row.getString("organisation"),
                row.getString("outcome"),
                new Decision.Grounds(row.getString("reason"), row.getString("basis")),
                new Decision.By(row.getString("decided_by"), row.getString("decided_by_name")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
