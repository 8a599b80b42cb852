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
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.table.TargetFilling.Filled;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.ItemFigures;
import org.tongqu.platform.data.exchange.ItemFigures.Moved;
import org.tongqu.platform.data.exchange.ItemFigures.OfColumn;
import org.tongqu.platform.data.exchange.ItemFigures.OfFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.trust.access.Scope;

/** How full targets are, and what the three figures of each resource are counted of. */
@Repository
public class FigureStore {

    private static final int MOST = 60;
    private static final int MOST_FLOWS = 50;
    private static final int MOST_COLUMNS = 300;

    private static final String SEEN = "(f.consumer = ANY (:organisations) OR f.provider = ANY (:organisations))";

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the target of the flow was counted last. */
    Optional<Instant> counted(String flow) {
        return jdbc.sql("SELECT counted_at FROM exchange.filling WHERE flow = ? LIMIT 1")
                .param(flow)
                .query((row, number) -> FlowStore.moment(row, "counted_at").orElseThrow())
                .optional();
    }

    /** Keeps a count in the place of the one before. */
    @Transactional
    void keep(String flow, List<Filled> filled, Instant now) {
        jdbc.sql("DELETE FROM exchange.filling WHERE flow = ? AND field <> ALL (?)")
                .params(flow, filled.stream().map(Filled::column).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        INSERT INTO exchange.filling AS x (flow, field, position, rows, filled, counted_at)
                        SELECT :flow, c.field, c.position, c.rows, c.filled, :now
                          FROM unnest(:fields, :rows, :filled) WITH ORDINALITY AS c (field, rows, filled, position)
                        ON CONFLICT (flow, field) DO UPDATE SET position = excluded.position, rows = excluded.rows,
                            filled = excluded.filled, counted_at = excluded.counted_at""")
                .param("flow", flow)
                .param("fields", filled.stream().map(Filled::column).toArray(String[]::new))
                .param("rows", filled.stream().map(Filled::rows).toArray(Long[]::new))
                .param("filled", filled.stream().map(Filled::filled).toArray(Long[]::new))
                .param("now", time(now))
                .update();
    }

    /** By resource, without what the catalogue knows. @param only this resource, if any */
    public List<ItemFigures> items(Scope scope, LocalDate since, Optional<ResourceCode> only) {
        return jdbc.sql("""
                        SELECT f.resource, coalesce(sum(m.rows_read), 0) AS rows_read,
                               coalesce(sum(m.rows_set_aside), 0) AS rows_set_aside, sum(f.waiting) AS waiting,
                               coalesce(sum(x.cells), 0) AS cells, coalesce(sum(x.filled), 0) AS filled
                          FROM exchange.flow f
                          LEFT JOIN LATERAL (SELECT sum(rows_read) AS rows_read, sum(rows_set_aside) AS rows_set_aside
                                               FROM exchange.meter WHERE flow = f.id AND day > :since) m ON true
                          LEFT JOIN LATERAL (SELECT sum(rows) AS cells, sum(filled) AS filled
                                               FROM exchange.filling WHERE flow = f.id) x ON true
                         WHERE """ + " " + SEEN + " AND (cast(:only AS text) IS NULL OR f.resource = :only)"
                        + " GROUP BY f.resource ORDER BY f.resource LIMIT " + MOST)
                .param("organisations", scope.organisations())
                .param("since", since)
                .param("only", only.map(ResourceCode::value).orElse(null))
                .query((row, number) -> new ItemFigures(
                        new ResourceCode(row.getString("resource")),
                        Optional.empty(),
                        moved(row),
                        new ItemFigures.Filled(row.getLong("cells"), row.getLong("filled"))))
                .list();
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(row.getLong("rows_read"), row.getLong("rows_set_aside"), row.getLong("waiting"));
    }

    public List<OfFlow> flows(Scope scope, LocalDate since, ResourceCode resource) {
        return jdbc.sql("""
                        SELECT f.id, f.consumer, coalesce(sum(m.rows_read), 0) AS rows_read,
                               coalesce(sum(m.rows_set_aside), 0) AS rows_set_aside, f.waiting
                          FROM exchange.flow f
                          LEFT JOIN exchange.meter m ON m.flow = f.id AND m.day > :since
                         WHERE f.resource = :resource AND """ + " " + SEEN + " GROUP BY f.id ORDER BY f.id LIMIT " + MOST_FLOWS)
                .param("organisations", scope.organisations())
                .param("since", since)
                .param("resource", resource.value())
                .query((row, number) -> new OfFlow(row.getString("id"), row.getString("consumer"), moved(row)))
                .list();
    }

    /** The emptiest first. */
    public List<OfColumn> columns(Scope scope, ResourceCode resource) {
        return jdbc.sql("""
                        SELECT x.flow, x.field, x.rows, x.filled, x.counted_at
                          FROM exchange.filling x JOIN exchange.flow f ON f.id = x.flow
                         WHERE f.resource = :resource AND """ + " " + SEEN + " ORDER BY x.rows - x.filled DESC, x.flow, x.position LIMIT " + MOST_COLUMNS)
                .param("organisations", scope.organisations())
                .param("resource", resource.value())
                .query((row, number) -> new OfColumn(
                        row.getString("flow"),
                        row.getString("field"),
                        new ItemFigures.Filled(row.getLong("rows"), row.getLong("filled")),
                        FlowStore.moment(row, "counted_at").orElseThrow()))
                .list();
    }

    /** Runs that moved something, the newest first. */
    public List<Run> runs(Scope scope, LocalDate since, ResourceCode resource, int most) {
        return jdbc.sql("SELECT r.* FROM exchange.flow f JOIN exchange.run r ON r.flow = f.id"
                        + " WHERE f.resource = :resource AND r.started_at >= :since AND r.rows_read > 0 AND " + SEEN
                        + " ORDER BY r.id DESC LIMIT :most")
                .param("organisations", scope.organisations())
                .param("resource", resource.value())
                .param(
                        "since",
                        time(since.plusDays(1)
                                .atStartOfDay(WorkingCalendar.ZONE)
                                .toInstant()))
                .param("most", most)
                .query((row, number) -> RunStore.run(row))
                .list();
    }
}
