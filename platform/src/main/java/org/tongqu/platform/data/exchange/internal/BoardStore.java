package org.tongqu.platform.data.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.exchange.Board;
import org.tongqu.platform.data.exchange.ExchangeBoard;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.trust.access.Scope;

/** What the pages of the exchange centre show. */
@Repository
public class BoardStore {

    private static final String SEEN = "(f.consumer = ANY (:organisations) OR f.provider = ANY (:organisations))";

    private static final String STANDING = """
            SELECT f.id AS flow_id, f.from_system, f.to_system, f.resource, f.consumer, f.provider, f.minutes, f.wanted,
                   f.next_at, f.complete_at, f.waiting, f.log_bytes, f.log_warned_at, f.log_let_go_at,
                   coalesce((SELECT sum(m.rows_written) FROM exchange.meter m
                              WHERE m.flow = f.id AND m.day = :today), 0) AS today,
                   coalesce((SELECT sum(m.rows_written) FROM exchange.meter m WHERE m.flow = f.id), 0) AS total,
                   r.*
              FROM exchange.flow f
              LEFT JOIN LATERAL (SELECT * FROM exchange.run WHERE flow = f.id ORDER BY id DESC LIMIT 1) r ON true
            """;

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FlowStanding> flows(Scope scope, LocalDate today, ExchangeBoard.Page page) {
        return jdbc.sql(STANDING + " WHERE " + SEEN + " AND f.id > :after ORDER BY f.id LIMIT :size")
                .param("organisations", scope.organisations())
                .param("today", today)
                .param("after", page.after())
                .param("size", page.size())
                .query((row, number) -> standing(row))
                .list();
    }

    public Optional<FlowStanding> find(Scope scope, String id, LocalDate today) {
        return jdbc.sql(STANDING + " WHERE " + SEEN + " AND f.id = :id")
                .param("organisations", scope.organisations())
                .param("today", today)
                .param("id", id)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static FlowStanding standing(ResultSet row) throws SQLException {
        var wanted = row.getBoolean("wanted") ? FlowStanding.Wanted.RUNNING : FlowStanding.Wanted.HALTED;
        return new FlowStanding(
                row.getString("flow_id"),
                new FlowStanding.Route(
                        row.getString("from_system"),
                        row.getString("to_system"),
                        row.getString("resource"),
                        row.getString("provider"),
                        row.getString("consumer")),
                new FlowStanding.Timing(
                        row.getInt("minutes"),
                        wanted,
                        FlowStore.moment(row, "next_at").orElse(Instant.EPOCH),
                        FlowStore.moment(row, "complete_at")),
                new FlowStanding.Log(
                        row.getLong("log_bytes"),
                        FlowStore.moment(row, "log_warned_at"),
                        FlowStore.moment(row, "log_let_go_at")),
                row.getLong("waiting"),
                row.getLong("today"),
                row.getLong("total"),
                row.getString("flow") == null ? Optional.<Run>empty() : Optional.of(RunStore.run(row)));
    }

    public Board.Totals totals(Scope scope, LocalDate today) {
        return jdbc.sql(
                        "SELECT count(*) AS flows, coalesce(sum(s.today), 0) AS today, coalesce(sum(s.total), 0) AS total,"
                                + " count(*) FILTER (WHERE s.wanted AND s.state IN ('refused', 'failed')) AS troubled,"
                                + " coalesce(sum(s.waiting), 0) AS waiting FROM (" + STANDING + " WHERE " + SEEN
                                + ") AS s")
                .param("organisations", scope.organisations())
                .param("today", today)
                .query((row, number) -> new Board.Totals(
                        row.getLong("flows"),
                        row.getLong("today"),
                        row.getLong("total"),
                        row.getLong("troubled"),
                        row.getLong("waiting")))
                .single();
    }

    /** Systems that flows of these organisations read or write; the way into some of them only their nodes know. */
    public List<Board.Linked> systems(Scope scope) {
        return jdbc.sql("""
                        SELECT s.id, s.organisation, s.kind, s.connected_at,
                               count(*) FILTER (WHERE f.from_system = s.id) AS gives,
                               count(*) FILTER (WHERE f.to_system = s.id) AS takes
                          FROM (SELECT id, organisation, split_part(url, ':', 2) AS kind, connected_at FROM exchange.system
                                 WHERE id NOT IN (SELECT system FROM exchange.node WHERE taken_back_at IS NULL)
                                UNION ALL
                                SELECT system, organisation, 'node', enrolled_at FROM exchange.node
                                 WHERE taken_back_at IS NULL) s
                          JOIN exchange.flow f ON s.id IN (f.from_system, f.to_system)
                         WHERE """ + " " + SEEN
                        + " GROUP BY s.id, s.organisation, s.kind, s.connected_at ORDER BY s.id LIMIT 100")
                .param("organisations", scope.organisations())
                .query((row, number) -> new Board.Linked(
                        row.getString("id"),
                        row.getString("organisation"),
                        row.getString("kind"),
                        FlowStore.moment(row, "connected_at").orElse(Instant.EPOCH),
                        row.getLong("gives"),
                        row.getLong("takes")))
                .list();
    }

    /** Who gave whom how much. */
    public List<Board.Given> given(Scope scope, LocalDate today) {
        return jdbc.sql("SELECT f.provider, f.consumer, count(DISTINCT f.id) AS flows,"
                        + " coalesce(sum(m.rows_written) FILTER (WHERE m.day = :today), 0) AS today,"
                        + " coalesce(sum(m.rows_written), 0) AS total"
                        + " FROM exchange.flow f LEFT JOIN exchange.meter m ON m.flow = f.id WHERE " + SEEN
                        + " GROUP BY f.provider, f.consumer ORDER BY total DESC, f.provider, f.consumer LIMIT 60")
                .param("organisations", scope.organisations())
                .param("today", today)
                .query((row, number) -> new Board.Given(
                        row.getString("provider"),
                        row.getString("consumer"),
                        row.getLong("flows"),
                        row.getLong("today"),
                        row.getLong("total")))
                .list();
    }
}
