package org.tongqu.platform.data.files.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.file.BatchFault;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.Batch.State;
import org.tongqu.platform.trust.access.Scope;

/** Batches with their state, each change in the transaction of the caller. */
@Repository
public class BatchStore {

    /** For so long nobody else looks through a batch that a program took. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one name in a flow one batch is alive; nothing when there is one already. */
    public Optional<Batch> insert(PlannedFlow flow, Batch batch) {
        var manifest = batch.manifest();
        return jdbc.sql("""
                        INSERT INTO files.batch (token, flow, provider, consumer, name, sender, state, manifest, bytes, rows,
                            fault, fault_details, by_whom, begun_at, ended_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(nullif(?, '') AS timestamptz))
                        ON CONFLICT (flow, name) WHERE state <> 'set-aside' DO NOTHING
                        RETURNING *""")
                .params(
                        batch.token(),
                        flow.id(),
                        flow.provider(),
                        flow.consumer(),
                        manifest.batch(),
                        manifest.sender(),
                        batch.state().code(),
                        manifest.json(),
                        manifest.bytes(),
                        manifest.rows(),
                        batch.fault().map(BatchFault::code).orElse(""),
                        batch.fault().map(BatchFault::details).orElse(List.of()).toArray(String[]::new),
                        batch.by(),
                        time(batch.times().begun()),
                        batch.times().ended().map(Instant::toString).orElse(""))
                .query((row, at) -> batch(row))
                .optional();
    }

    /** The one of this name that was not set aside. */
    public Optional<Batch> findAlive(String flow, String name) {
        return jdbc.sql("SELECT * FROM files.batch WHERE flow = ? AND name = ? AND state <> 'set-aside'")
                .params(flow, name)
                .query((row, at) -> batch(row))
                .optional();
    }

    public Optional<Batch> find(String token) {
        return jdbc.sql("SELECT * FROM files.batch WHERE token = ?")
                .param(token)
                .query((row, at) -> batch(row))
                .optional();
    }

    /** All files are here. */
    public void arrived(long id) {
        jdbc.sql("UPDATE files.batch SET state = 'checking' WHERE id = ? AND state = 'receiving'")
                .param(id)
                .update();
    }

    /** The batch that waits longest to be looked through, and that nobody else looks through. */
    @Transactional
    public Optional<Batch> takeToCheck(Instant now) {
        return jdbc.sql("""
                        UPDATE files.batch SET leased_until = :until
                         WHERE id = (SELECT id FROM files.batch
                                      WHERE state = 'checking' AND (leased_until IS NULL OR leased_until < :now)
                                      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("until", time(now.plus(LEASE)))
                .param("now", time(now))
                .query((row, at) -> batch(row))
                .optional();
    }

    /** @return whether it was being looked through */
    boolean setAside(long id, BatchFault fault, Instant now) {
        return jdbc.sql("""
                        UPDATE files.batch SET state = 'set-aside', fault = ?, fault_details = ?, ended_at = ?
                         WHERE id = ? AND state = 'checking'""")
                        .params(fault.code(), fault.details().toArray(String[]::new), time(now), id)
                        .update()
                == 1;
    }

    /** Gives a batch the next number of its flow. */
    void number(Batch batch) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 20261))")
                .param(batch.manifest().flow())
                .query((row, at) -> "")
                .single();
        jdbc.sql("""
                        UPDATE files.batch SET state = 'placing',
                               number = (SELECT coalesce(max(number), 0) + 1 FROM files.batch WHERE flow = ?)
                         WHERE id = ? AND state = 'checking'""").params(batch.manifest().flow(), batch.id()).update();
    }

    /** Those of a flow that are to be laid where runs read, in their order; nobody else lays them meanwhile. */
    List<Batch> toPlace(String flow) {
        return jdbc.sql(
                        "SELECT * FROM files.batch WHERE flow = ? AND state = 'placing' ORDER BY number LIMIT 1000 FOR UPDATE")
                .param(flow)
                .query((row, at) -> batch(row))
                .list();
    }

    List<String> flowsToPlace() {
        return jdbc.sql("SELECT DISTINCT flow FROM files.batch WHERE state = 'placing'")
                .query((row, at) -> row.getString(1))
                .list();
    }

    /** A batch without rows is nothing to wait for. */
    void placed(long id, Instant now) {
        jdbc.sql("""
                        UPDATE files.batch SET state = CASE WHEN rows = 0 THEN 'taken' ELSE 'waiting' END,
                               ended_at = CASE WHEN rows = 0 THEN ? ELSE ended_at END WHERE id = ?""").params(time(now), id).update();
    }

    /** The run moved the oldest batch of the flow that was waiting. */
    void taken(String flow, long run, Instant now) {
        jdbc.sql("""
                        UPDATE files.batch SET state = 'taken', run = ?, ended_at = ?
                         WHERE id = (SELECT id FROM files.batch WHERE flow = ? AND state = 'waiting'
                                      ORDER BY number LIMIT 1)""").params(run, time(now), flow).update();
    }

    boolean isWaiting(String flow) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM files.batch WHERE flow = ? AND state = 'waiting')")
                .param(flow)
                .query(Boolean.class)
                .single();
    }

    /** Moved before then, and not cleared away. */
    List<Batch> toClear(Instant before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM files.batch WHERE state = 'taken' AND ended_at < ? AND cleared_at IS NULL
                         ORDER BY ended_at LIMIT ?""")
                .params(time(before), limit)
                .query((row, at) -> batch(row))
                .list();
    }

    /** @return false when it was done before */
    boolean cleared(long id, Instant now) {
        return jdbc.sql("UPDATE files.batch SET cleared_at = ? WHERE id = ? AND cleared_at IS NULL")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    /** The newest first. @param flow empty for all */
    public List<Batch> list(Scope scope, String flow, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM files.batch
                         WHERE (provider = ANY (:organisations) OR consumer = ANY (:organisations))
                           AND (:flow = '' OR flow = :flow) AND id < :before
                         ORDER BY id DESC LIMIT :limit""")
                .param("organisations", scope.organisations())
                .param("flow", flow)
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> batch(row))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        var number = row.getLong("number");
        var hasNumber = !row.wasNull();
        var run = row.getLong("run");
        var hasRun = !row.wasNull();
        var fault = row.getString("fault");
        return new Batch(
                row.getLong("id"),
                row.getString("token"),
                Manifest.read(row.getString("manifest").getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(),
                State.of(row.getString("state")),
                hasNumber ? Optional.of(number) : Optional.empty(),
                fault.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BatchFault(fault, List.of((String[])
                                row.getArray("fault_details").getArray()))),
                row.getString("by_whom"),
                new Batch.Times(
                        instant(row, "begun_at"),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        hasRun ? Optional.of(run) : Optional.empty()));
    }
}
