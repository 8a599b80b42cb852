package org.tongqu.platform.data.harvest.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.RejectedRecord.Raw;

/** Records that could not be taken over. */
@Repository
public class RejectedStore {

    private final JdbcClient jdbc;

    RejectedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mark by which it is known again */
    record Bad(String mark, String identifier, Fault fault, Raw raw) {}

    void put(long source, long run, Collection<Bad> bad, Instant now) {
        if (bad.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO harvest.rejected (source, mark, foreign_id, reason, field, detail, raw, is_whole, run, first_at)
                        SELECT :source, r.mark, r.identifier, r.reason, r.field, r.detail, r.raw, CAST(r.whole AS boolean), :run, :now
                          FROM unnest(CAST(:marks AS text[]), CAST(:ids AS text[]), CAST(:reasons AS text[]),
                               CAST(:fields AS text[]), CAST(:details AS text[]), CAST(:raws AS text[]), CAST(:wholes AS text[]))
                               AS r (mark, identifier, reason, field, detail, raw, whole)
                        ON CONFLICT (source, mark) DO UPDATE SET reason = excluded.reason, field = excluded.field,
                               detail = excluded.detail, raw = excluded.raw, is_whole = excluded.is_whole,
                               run = excluded.run, closed_at = NULL""")
                .param("source", source)
                .param("marks", column(bad, Bad::mark))
                .param("ids", column(bad, Bad::identifier))
                .param("reasons", column(bad, one -> one.fault().why().code()))
                .param("fields", column(bad, one -> one.fault().field()))
                .param("details", column(bad, one -> one.fault().detail()))
                .param("raws", column(bad, one -> one.raw().text()))
                .param("wholes", column(bad, one -> String.valueOf(one.raw().isWhole())))
                .param("run", run)
                .param("now", time(now))
                .update();
    }

    /** Which of the marks the run met before. */
    List<String> met(long source, long run, Collection<String> marks) {
        return jdbc.sql("SELECT mark FROM harvest.rejected WHERE source = ? AND run = ? AND mark = ANY (?)")
                .params(source, run, marks.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Those were taken over. */
    void close(long source, Collection<String> marks, Instant now) {
        if (!marks.isEmpty()) {
            jdbc.sql(
                            "UPDATE harvest.rejected SET closed_at = ? WHERE source = ? AND mark = ANY (?) AND closed_at IS NULL")
                    .params(time(now), source, marks.toArray(String[]::new))
                    .update();
        }
    }

    /** Whether the run met something of which not even the name can be read. */
    boolean hasUnnamed(long source, long run) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM harvest.rejected WHERE source = ? AND run = ? AND foreign_id = '')")
                .params(source, run)
                .query(Boolean.class)
                .single();
    }

    void settle(long id, Instant now) {
        jdbc.sql("UPDATE harvest.rejected SET closed_at = ? WHERE id = ?")
                .params(time(now), id)
                .update();
    }

    /** Those that did not come again. */
    void closeUnseen(long source, long run, Instant now) {
        jdbc.sql("UPDATE harvest.rejected SET closed_at = ? WHERE source = ? AND run <> ? AND closed_at IS NULL")
                .params(time(now), source, run)
                .update();
    }

    public List<RejectedRecord> open(long source, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM harvest.rejected WHERE source = ? AND closed_at IS NULL AND id < ?
                         ORDER BY id DESC LIMIT ?""")
                .params(source, before, limit)
                .query((row, number) -> rejected(row))
                .list();
    }

    public Optional<RejectedRecord> find(long source, long id) {
        return jdbc.sql("SELECT * FROM harvest.rejected WHERE source = ? AND id = ?")
                .params(source, id)
                .query((row, number) -> rejected(row))
                .optional();
    }

    public Map<Long, Long> counts() {
        return jdbc
                .sql("SELECT source, count(*) FROM harvest.rejected WHERE closed_at IS NULL GROUP BY source")
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RejectedRecord rejected(ResultSet row) throws SQLException {
        return new RejectedRecord(
                row.getLong("id"),
                row.getLong("source"),
                row.getString("foreign_id"),
                new Fault(
                        Coded.of(Fault.Why.class, row.getString("reason")),
                        row.getString("field"),
                        row.getString("detail")),
                new Raw(row.getString("raw"), row.getBoolean("is_whole")),
                row.getLong("run"),
                instant(row, "first_at"),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
