package org.tongqu.platform.data.comparison.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.PlannedJob;

/** Jobs, and the times they were done. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a job stopped; empty before its first time, or when it is declared otherwise now. */
    record Standing(String moment) {}

    void keep(PlannedJob planned) {
        jdbc.sql("""
                        INSERT INTO comparison.job AS known (code, declared) VALUES (:code, :declared)
                        ON CONFLICT (code) DO UPDATE SET declared = excluded.declared, moment = '', wanted = true
                        WHERE known.declared <> excluded.declared""")
                .param("code", planned.code())
                .param("declared", Integer.toHexString(planned.job().toString().hashCode()))
                .update();
    }

    /** Something came that it reads. */
    void want(Collection<String> codes) {
        jdbc.sql("UPDATE comparison.job SET wanted = true WHERE code = ANY (?) AND NOT wanted")
                .param(codes.toArray(String[]::new))
                .update();
    }

    /** The job when it is to be done and nobody does it: held until the transaction ends. */
    Optional<Standing> take(String code) {
        return jdbc.sql("""
                        UPDATE comparison.job SET wanted = false WHERE code =
                            (SELECT code FROM comparison.job WHERE code = ? AND wanted FOR UPDATE SKIP LOCKED)
                        RETURNING moment""")
                .param(code)
                .query((row, number) -> new Standing(row.getString(1)))
                .optional();
    }

    void stopAt(String code, String moment) {
        jdbc.sql("UPDATE comparison.job SET moment = ? WHERE code = ?")
                .params(moment, code)
                .update();
    }

    /** Begins again from nothing the next time. */
    public void forget(String code) {
        jdbc.sql("UPDATE comparison.job SET moment = '', wanted = true WHERE code = ?")
                .param(code)
                .update();
    }

    /** Those that were made and go on from there. */
    Set<String> begun(Collection<String> codes) {
        return Set.copyOf(jdbc.sql("SELECT code FROM comparison.job WHERE code = ANY (?) AND moment <> ''")
                .param(codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    long next() {
        return jdbc.sql("SELECT nextval(pg_get_serial_sequence('comparison.run', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(String job, ComparisonRun run) {
        var touched = run.counts().touched();
        var rows = run.counts().rows();
        jdbc.sql("""
                        INSERT INTO comparison.run (id, job, reach, started_at, ended_at, started_by, touched, found, fresh, gone,
                            rows, reason, detail)
                        OVERRIDING SYSTEM VALUE
                        VALUES (:id, :job, :reach, :started, :ended, :by, :touched, :found, :fresh, :gone, :rows, :reason, :detail)""")
                .param("id", run.id())
                .param("job", job)
                .param("reach", run.reach().code())
                .param("started", time(run.started()))
                .param("ended", time(run.ended()))
                .param("by", run.by())
                .param("touched", touched.isPresent() ? touched.getAsLong() : null, Types.BIGINT)
                .param("rows", rows.isPresent() ? rows.getAsLong() : null, Types.BIGINT)
                .param("found", run.counts().found())
                .param("fresh", run.counts().fresh())
                .param("gone", run.counts().gone())
                .param("reason", run.reason().code())
                .param("detail", run.reason().detail())
                .update();
    }

    /** The newest runs of a job first. */
    public List<ComparisonRun> runs(String job, int limit) {
        return jdbc.sql("SELECT * FROM comparison.run WHERE job = ? ORDER BY id DESC LIMIT ?")
                .params(job, limit)
                .query((row, number) -> run(row))
                .list();
    }

    /** Jobs that are to be done and whose last run came to nothing for this reason. */
    List<String> waitingFor(String reason) {
        return jdbc.sql("""
                        SELECT code FROM comparison.job WHERE wanted AND (SELECT reason FROM comparison.run
                            WHERE job = code ORDER BY id DESC LIMIT 1) = ? ORDER BY code""")
                .param(reason)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The last run of each job. */
    public Map<String, ComparisonRun> last(Collection<String> codes) {
        return jdbc
                .sql("""
                        SELECT run.* FROM unnest(CAST(? AS text[])) AS asked (code)
                        CROSS JOIN LATERAL (SELECT * FROM comparison.run WHERE job = asked.code ORDER BY id DESC LIMIT 1) AS run""")
                .param(codes.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("job"), run(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static ComparisonRun run(ResultSet row) throws SQLException {
        var touched = row.getObject("touched", Long.class);
        var rows = row.getObject("rows", Long.class);
        return new ComparisonRun(
                row.getLong("id"),
                Coded.of(ComparisonRun.Reach.class, row.getString("reach")),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("started_by"),
                new ComparisonRun.Counts(
                        touched == null ? OptionalLong.empty() : OptionalLong.of(touched),
                        row.getLong("found"),
                        row.getLong("fresh"),
                        row.getLong("gone"),
                        rows == null ? OptionalLong.empty() : OptionalLong.of(rows)),
                new ComparisonRun.Reason(row.getString("reason"), row.getString("detail")));
    }
}
