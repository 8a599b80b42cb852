package org.tongqu.platform.data.files.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.trust.access.Scope;

/** Batches that were made for others, each change in the transaction of the caller. */
@Repository
public class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the flow's next batch, until the end of the transaction nobody else's; nothing when the part was made into one. */
    Optional<Long> nextNumber(String flow, String part) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 20262))")
                .param(flow)
                .query((row, at) -> "")
                .single();
        return jdbc.sql("""
                        SELECT coalesce((SELECT max(number) FROM files.delivery WHERE flow = :flow), 0) + 1
                         WHERE NOT EXISTS (SELECT 1 FROM files.delivery WHERE flow = :flow AND part = :part)""")
                .param("flow", flow)
                .param("part", part)
                .query(Long.class)
                .optional();
    }

    void insert(PlannedFlow flow, String part, long number, Manifest manifest, Instant now) {
        jdbc.sql("""
                        INSERT INTO files.delivery (flow, part, number, provider, consumer, manifest, bytes, rows, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        flow.id(),
                        part,
                        number,
                        flow.provider(),
                        flow.consumer(),
                        manifest.json(),
                        manifest.bytes(),
                        manifest.rows(),
                        time(now))
                .update();
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql("SELECT * FROM files.delivery WHERE id = ?")
                .param(id)
                .query((row, at) -> delivery(row))
                .optional();
    }

    /** Those of a flow behind the one that is known, the oldest first. */
    public List<Delivery> behind(String flow, long after, int limit) {
        return jdbc.sql("SELECT * FROM files.delivery WHERE flow = ? AND id > ? ORDER BY id LIMIT ?")
                .params(flow, after, limit)
                .query((row, at) -> delivery(row))
                .list();
    }

    /** The newest first. @param flow empty for all */
    public List<Delivery> list(Scope scope, String flow, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM files.delivery
                         WHERE (provider = ANY (:organisations) OR consumer = ANY (:organisations))
                           AND (:flow = '' OR flow = :flow) AND id < :before
                         ORDER BY id DESC LIMIT :limit""")
                .param("organisations", scope.organisations())
                .param("flow", flow)
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> delivery(row))
                .list();
    }

    /** @return false when it was said before */
    public boolean received(long id, String by, Instant now) {
        return jdbc.sql(
                                "UPDATE files.delivery SET received_at = ?, received_by = ? WHERE id = ? AND received_at IS NULL")
                        .params(time(now), by, id)
                        .update()
                == 1;
    }

    /** Those that are not in the shared folder yet, the oldest first. */
    List<Delivery> toShare(String flow, int limit) {
        return jdbc.sql("""
                        SELECT * FROM files.delivery WHERE flow = ? AND shared_at IS NULL AND cleared_at IS NULL
                         ORDER BY id LIMIT ?""")
                .params(flow, limit)
                .query((row, at) -> delivery(row))
                .list();
    }

    void shared(long id, Instant now) {
        jdbc.sql("UPDATE files.delivery SET shared_at = ? WHERE id = ? AND shared_at IS NULL")
                .params(time(now), id)
                .update();
    }

    List<Delivery> toClear(Instant madeBefore, int limit) {
        return jdbc.sql(
                        "SELECT * FROM files.delivery WHERE made_at < ? AND cleared_at IS NULL ORDER BY made_at LIMIT ?")
                .params(time(madeBefore), limit)
                .query((row, at) -> delivery(row))
                .list();
    }

    /** @return false when it was done before */
    boolean cleared(long id, Instant now) {
        return jdbc.sql("UPDATE files.delivery SET cleared_at = ? WHERE id = ? AND cleared_at IS NULL")
                        .params(time(now), id)
                        .update()
                == 1;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("flow"),
                row.getLong("number"),
                row.getString("provider"),
                row.getString("consumer"),
                Manifest.read(row.getString("manifest").getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(),
                new Delivery.Times(
                        instant(row, "made_at"),
                        moment(row, "received_at"),
                        row.getString("received_by"),
                        moment(row, "cleared_at")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
