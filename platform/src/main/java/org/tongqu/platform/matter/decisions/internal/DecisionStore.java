package org.tongqu.platform.matter.decisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.intake.ReceiptNumber;

/** Decisions and the numbers they bear. */
@Repository
public class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the series; whoever asks next waits until this transaction ends, so that none is left out. */
    public int nextNumber(String series, int year) {
        return jdbc.sql("""
                        INSERT INTO decisions.number_series (series, year, last) VALUES (?, ?, 1)
                        ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1
                        RETURNING last""").params(series, year).query(Integer.class).single();
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

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
