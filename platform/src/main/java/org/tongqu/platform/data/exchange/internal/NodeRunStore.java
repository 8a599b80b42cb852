package org.tongqu.platform.data.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.exchange.Run;

/** What runs began with whose rows a node sends. */
@Repository
class NodeRunStore {

    private final JdbcClient jdbc;

    NodeRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run under way, or one that ended.
     *
     * @param granted the items of its permit
     * @param first rows of the target's run that were there when this one began
     */
    record NodeRun(
            long run,
            String flow,
            long node,
            String granted,
            long targetRun,
            Run.Rows first,
            OptionalLong lastLine,
            boolean isEnded) {}

    void insert(NodeRun run) {
        jdbc.sql("""
                        INSERT INTO exchange.node_run (run, flow, node, granted, target_run, first_read, first_written,
                            first_aside, last_line)
                        VALUES (:run, :flow, :node, :granted, :target, :read, :written, :aside, :last)""")
                .param("run", run.run())
                .param("flow", run.flow())
                .param("node", run.node())
                .param("granted", run.granted())
                .param("target", run.targetRun())
                .param("read", run.first().read())
                .param("written", run.first().written())
                .param("aside", run.first().setAside())
                .param("last", run.lastLine().isPresent() ? run.lastLine().getAsLong() : null)
                .update();
    }

    /** @return whether it had not ended before; who comes second does nothing */
    boolean end(long run) {
        return jdbc.sql("UPDATE exchange.node_run SET ended = true WHERE run = ? AND NOT ended")
                        .param(run)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    Optional<NodeRun> find(long run) {
        return jdbc.sql("SELECT * FROM exchange.node_run WHERE run = ? AND way = 'out'")
                .param(run)
                .query((row, number) -> nodeRun(row))
                .optional();
    }

    /** Whether the run is one of the node's, whichever way its rows went, and ended. */
    @Transactional(readOnly = true)
    boolean hasEnded(long run, long node) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM exchange.node_run WHERE run = :run AND node = :node AND ended)
                            OR EXISTS (SELECT 1 FROM exchange.node_relay WHERE run = :run AND node = :node AND ended)""")
                .param("run", run)
                .param("node", node)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<NodeRun> open(long node) {
        return jdbc.sql("SELECT * FROM exchange.node_run WHERE node = ? AND way = 'out' AND NOT ended ORDER BY run")
                .param(node)
                .query((row, number) -> nodeRun(row))
                .list();
    }

    /**
     * The flow of the node's system that is due longest; it is due again after its interval, whoever asks. One into
     * another node's system is begun by that node.
     */
    @Transactional
    Optional<String> takeDue(String system, java.time.Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.flow AS f SET next_at = :now + f.minutes * interval '1 minute'
                         WHERE f.id = (SELECT d.id FROM exchange.flow d
                                        WHERE d.from_system = :system AND d.wanted AND d.next_at <= :now
                                          AND NOT EXISTS (SELECT 1 FROM exchange.node n
                                                           WHERE n.system = d.to_system AND n.taken_back_at IS NULL)
                                          AND NOT EXISTS (SELECT 1 FROM exchange.node_run r
                                                           WHERE r.flow = d.id AND NOT r.ended)
                                          AND NOT EXISTS (SELECT 1 FROM exchange.comparison c
                                                           WHERE c.flow = d.id AND c.state = 'running'
                                                             AND c.heard_at > :now - interval '2 minutes')
                                        ORDER BY d.next_at LIMIT 1
                                          FOR UPDATE OF d SKIP LOCKED)
                        RETURNING f.id""")
                .param("system", system)
                .param("now", org.tongqu.platform.operate.store.Columns.time(now))
                .query(String.class)
                .optional();
    }

    /** A receipt that the node has not signed. */
    record Unsigned(long run, String content) {}

    @Transactional(readOnly = true)
    List<Unsigned> unsigned(long node, int most) {
        return jdbc.sql("""
                        SELECT r.run, r.content
                          FROM (SELECT run FROM exchange.node_run WHERE node = :node AND ended AND NOT signed
                                UNION ALL
                                SELECT run FROM exchange.node_relay WHERE node = :node AND ended AND NOT signed) n
                          JOIN exchange.receipt r ON r.run = n.run ORDER BY n.run DESC LIMIT :most""")
                .param("node", node)
                .param("most", most)
                .query((row, number) -> new Unsigned(row.getLong(1), row.getString(2)))
                .list();
    }

    /** By this node, in the transaction of the caller. */
    void signed(long run, long node) {
        jdbc.sql("UPDATE exchange.node_run SET signed = true WHERE run = ? AND node = ?")
                .params(run, node)
                .update();
        jdbc.sql("UPDATE exchange.node_relay SET signed = true WHERE run = ? AND node = ?")
                .params(run, node)
                .update();
    }

    private static NodeRun nodeRun(ResultSet row) throws SQLException {
        var last = row.getObject("last_line", Long.class);
        return new NodeRun(
                row.getLong("run"),
                row.getString("flow"),
                row.getLong("node"),
                row.getString("granted"),
                row.getLong("target_run"),
                new Run.Rows(row.getLong("first_read"), row.getLong("first_written"), row.getLong("first_aside")),
                last == null ? OptionalLong.empty() : OptionalLong.of(last),
                row.getBoolean("ended"));
    }
}
