package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.parcels.Delivery.Rows;
import org.tongqu.exchange.parcels.Parcel;

/** What runs began with whose rows a node writes, and how much of them was handed over. */
@Repository
class NodeDeliveryStore {

    private final JdbcClient jdbc;

    NodeDeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run under way.
     *
     * @param granted the items of its permit
     * @param targetRun as the node said when it first fetched; 0 before
     */
    record NodeDelivery(long run, String flow, long node, String granted, long targetRun, Progress progress) {

        NodeDelivery at(Progress further) {
            return new NodeDelivery(run, flow, node, granted, targetRun, further);
        }
    }

    /**
     * How far it came.
     *
     * @param first rows of the target's run that were there when this one began
     * @param at rows of the target's run as the node said last
     * @param lastLine behind which nothing may be handed over
     */
    record Progress(Rows first, Rows at, OptionalLong lastLine, Handed handed) {}

    /** The last parcel that was handed over; the node may not have written it yet. */
    record Handed(long from, long to, Parcel.End end) {}

    void insert(long run, String flow, long node, String granted) {
        jdbc.sql("""
                        INSERT INTO exchange.node_run (run, flow, node, granted, way, target_run, first_read,
                            first_written, first_aside)
                        VALUES (?, ?, ?, ?, 'in', 0, 0, 0, 0)""").params(run, flow, node, granted).update();
    }

    /** Keeps where the node's table stands. */
    @Transactional
    void keep(NodeDelivery delivery) {
        var progress = delivery.progress();
        jdbc.sql("""
                        UPDATE exchange.node_run SET target_run = :target, first_read = :read, first_written = :written,
                            first_aside = :aside, at_read = :atRead, at_written = :atWritten, at_aside = :atAside,
                            last_line = :last, handed_from = :from, handed_to = :to, handed_end = :end
                         WHERE run = :run AND NOT ended""")
                .param("target", delivery.targetRun())
                .param("read", progress.first().read())
                .param("written", progress.first().written())
                .param("aside", progress.first().setAside())
                .param("atRead", progress.at().read())
                .param("atWritten", progress.at().written())
                .param("atAside", progress.at().setAside())
                .param(
                        "last",
                        progress.lastLine().isPresent() ? progress.lastLine().getAsLong() : null)
                .param("from", progress.handed().from())
                .param("to", progress.handed().to())
                .param("end", progress.handed().end().name())
                .param("run", delivery.run())
                .update();
    }

    /** Of those that did not end. */
    @Transactional(readOnly = true)
    Optional<NodeDelivery> find(long run) {
        return jdbc.sql("SELECT * FROM exchange.node_run WHERE run = ? AND way = 'in' AND NOT ended")
                .param(run)
                .query((row, number) -> delivery(row))
                .optional();
    }

    @Transactional(readOnly = true)
    List<NodeDelivery> open(long node) {
        return jdbc.sql("SELECT * FROM exchange.node_run WHERE node = ? AND way = 'in' AND NOT ended ORDER BY run")
                .param(node)
                .query((row, number) -> delivery(row))
                .list();
    }

    /** The flow into the node's system that is due longest; it is due again after its interval, whoever asks. */
    @Transactional
    Optional<String> takeDue(String system, Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.flow AS f SET next_at = :now + f.minutes * interval '1 minute'
                         WHERE f.id = (SELECT d.id FROM exchange.flow d
                                        WHERE d.to_system = :system AND d.wanted AND d.next_at <= :now
                                          AND NOT EXISTS (SELECT 1 FROM exchange.node_run r
                                                           WHERE r.flow = d.id AND NOT r.ended)
                                          AND NOT EXISTS (SELECT 1 FROM exchange.comparison c
                                                           WHERE c.flow = d.id AND c.state = 'running'
                                                             AND c.heard_at > :now - interval '2 minutes')
                                        ORDER BY d.next_at LIMIT 1
                                          FOR UPDATE OF d SKIP LOCKED)
                        RETURNING f.id""")
                .param("system", system)
                .param("now", time(now))
                .query(String.class)
                .optional();
    }

    private static NodeDelivery delivery(ResultSet row) throws SQLException {
        var last = row.getObject("last_line", Long.class);
        return new NodeDelivery(
                row.getLong("run"),
                row.getString("flow"),
                row.getLong("node"),
                row.getString("granted"),
                row.getLong("target_run"),
                new Progress(
                        rows(row, "first"),
                        rows(row, "at"),
                        last == null ? OptionalLong.empty() : OptionalLong.of(last),
                        new Handed(
                                row.getLong("handed_from"),
                                row.getLong("handed_to"),
                                Parcel.End.valueOf(row.getString("handed_end")))));
    }

    private static Rows rows(ResultSet row, String when) throws SQLException {
        return new Rows(row.getLong(when + "_read"), row.getLong(when + "_written"), row.getLong(when + "_aside"));
    }
}
