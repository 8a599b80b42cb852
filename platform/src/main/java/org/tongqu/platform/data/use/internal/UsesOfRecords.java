package org.tongqu.platform.data.use.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.RecordUses;
import org.tongqu.platform.operate.store.Columns;

/** Tells from the traces who used a record within a time, so that whoever used a wrong one is told. */
@Component
class UsesOfRecords implements RecordUses {

    private final JdbcClient sql;
    private final Subjects subjects;

    UsesOfRecords(JdbcClient sql, Subjects subjects) {
        this.sql = sql;
        this.subjects = subjects;
    }

    @Override
    public List<RecordUse> between(String register, Concerned concerned, Instant from, Instant to, int limit) {
        return sql.sql("""
                        SELECT at, organisation, who_zh, who_en, purpose, why FROM uses.trace
                         WHERE subject IN (SELECT decode(hex, 'hex') FROM unnest(CAST(:subjects AS text[])) AS hex)
                           AND register = :register
                           AND at >= :from AND at < :to
                         ORDER BY id DESC LIMIT :limit""")
                .param(
                        "subjects",
                        subjects.all(concerned).stream()
                                .map(HexFormat.of()::formatHex)
                                .toArray(String[]::new))
                .param("register", register)
                .param("from", Columns.time(from))
                .param("to", Columns.time(to))
                .param("limit", limit)
                .query((row, number) -> use(row))
                .list();
    }

    private static RecordUse use(ResultSet row) throws SQLException {
        var zh = row.getString("who_zh");
        return new RecordUse(
                Columns.instant(row, "at"),
                row.getString("organisation"),
                zh.isEmpty() ? Optional.empty() : Optional.of(new Label(zh, row.getString("who_en"))),
                row.getString("purpose"),
                row.getString("why"));
    }
}
