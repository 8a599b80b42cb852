package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.store.Columns;

/** What runs did. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the run with its id */
    Run insert(Run run) {
        var id = jdbc.sql("""
                        INSERT INTO exchange.run (flow, agreement, state, reason, reason_detail, by_whom, started_at,
                            ended_at)
                        VALUES (:flow, :agreement, :state, :reason, :detail, :by, :started, :ended) RETURNING id""")
                .param("flow", run.flow())
                .param("agreement", run.agreement().orElse(null))
                .param("state", run.state().code())
                .param("reason", run.reason().code())
                .param("detail", run.reason().detail())
                .param("by", run.by())
                .param("started", time(run.started()))
                .param("ended", run.ended().map(Columns::time).orElse(null))
                .query(Long.class)
                .single();
        return withId(run, id);
    }

    private static Run withId(Run run, long id) {
        return new Run(
                id,
                run.flow(),
                run.agreement(),
                run.state(),
                run.reason(),
                run.rows(),
                run.digest(),
                run.by(),
                run.started(),
                run.ended());
    }

    /** Writes how it ended; what an earlier program left under way ended with that program. */
    void end(Run run) {
        jdbc.sql("""
                        UPDATE exchange.run SET state = 'cut-short', ended_at = :ended
                         WHERE flow = :flow AND state = 'running' AND id < :id""")
                .param("ended", run.ended().map(Columns::time).orElseThrow())
                .param("flow", run.flow())
                .param("id", run.id())
                .update();
        jdbc.sql("""
                        UPDATE exchange.run SET state = :state, reason = :reason, reason_detail = :detail,
                            rows_read = :read, rows_written = :written, rows_set_aside = :aside, digest = :digest,
                            ended_at = :ended
                         WHERE id = :id""")
                .param("state", run.state().code())
                .param("reason", run.reason().code())
                .param("detail", run.reason().detail())
                .param("read", run.rows().read())
                .param("written", run.rows().written())
                .param("aside", run.rows().setAside())
                .param("digest", run.digest())
                .param("ended", run.ended().map(Columns::time).orElseThrow())
                .param("id", run.id())
                .update();
    }

    /** As new as when the run began is what the target has. */
    void fresh(Run run) {
        jdbc.sql("UPDATE exchange.flow SET complete_at = ? WHERE id = ?")
                .params(time(run.started()), run.flow())
                .update();
    }

    /** Says again that the last run was refused, when it was for the same reason. */
    boolean repeated(Run refused) {
        return jdbc.sql("""
                        UPDATE exchange.run SET ended_at = :ended
                         WHERE id = (SELECT max(id) FROM exchange.run WHERE flow = :flow)
                           AND state = 'refused' AND reason = :reason AND reason_detail = :detail""")
                        .param("ended", time(refused.started()))
                        .param("flow", refused.flow())
                        .param("reason", refused.reason().code())
                        .param("detail", refused.reason().detail())
                        .update()
                == 1;
    }

    /** Counts the run for its agreement and day. */
    void meter(Run run) {
        var rows = run.rows();
        jdbc.sql("""
                        INSERT INTO exchange.meter AS m (agreement, flow, day, runs, rows_read, rows_written,
                            rows_set_aside)
                        VALUES (:agreement, :flow, :day, 1, :read, :written, :aside)
                        ON CONFLICT (agreement, flow, day) DO UPDATE SET runs = m.runs + 1,
                            rows_read = m.rows_read + excluded.rows_read,
                            rows_written = m.rows_written + excluded.rows_written,
                            rows_set_aside = m.rows_set_aside + excluded.rows_set_aside""")
                .param("agreement", run.agreement().orElseThrow())
                .param("flow", run.flow())
                .param("day", LocalDate.ofInstant(run.started(), WorkingCalendar.ZONE))
                .param("read", rows.read())
                .param("written", rows.written())
                .param("aside", rows.setAside())
                .update();
    }

    /** Up to where the target's runs of the flow are in the meters. */
    Optional<Runs.Stands> counted(String flow) {
        return jdbc.sql("""
                        SELECT counted_run, counted_read, counted_aside FROM exchange.flow
                         WHERE id = ? AND counted_run IS NOT NULL FOR UPDATE""")
                .param(flow)
                .query((row, number) -> new Runs.Stands(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    void count(String flow, Runs.Stands stands) {
        jdbc.sql("UPDATE exchange.flow SET counted_run = ?, counted_read = ?, counted_aside = ? WHERE id = ?")
                .params(stands.run(), stands.read(), stands.setAside(), flow)
                .update();
    }

    /** What the target counts elsewhere is known there. */
    void countElsewhere(String flow) {
        jdbc.sql("UPDATE exchange.flow SET counted_run = NULL WHERE id = ?")
                .param(flow)
                .update();
    }

    /** The last run of the flow that may have moved something. */
    Optional<Run> earlier(String flow) {
        return jdbc.sql("""
                        SELECT * FROM exchange.run
                         WHERE flow = ? AND agreement IS NOT NULL AND state <> 'refused'
                         ORDER BY id DESC LIMIT 1""").param(flow).query((row, number) -> run(row)).optional();
    }

    public Optional<Run> find(long id) {
        return jdbc.sql("SELECT * FROM exchange.run WHERE id = ?")
                .param(id)
                .query((row, number) -> run(row))
                .optional();
    }

    /** Runs of the flow, the newest first, older than the one with this id. */
    public List<Run> of(String flow, long before, int limit) {
        return jdbc.sql("SELECT * FROM exchange.run WHERE flow = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(flow, before, limit)
                .query((row, number) -> run(row))
                .list();
    }

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("flow"),
                Optional.ofNullable(row.getString("agreement")),
                Coded.of(Run.State.class, row.getString("state")),
                new Reason(row.getString("reason"), row.getString("reason_detail")),
                new Run.Rows(row.getLong("rows_read"), row.getLong("rows_written"), row.getLong("rows_set_aside")),
                row.getString("digest"),
                row.getString("by_whom"),
                FlowStore.moment(row, "started_at").orElse(Instant.EPOCH),
                FlowStore.moment(row, "ended_at"));
    }
}
