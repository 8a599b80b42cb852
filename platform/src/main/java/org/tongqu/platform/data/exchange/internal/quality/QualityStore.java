package org.tongqu.platform.data.exchange.internal.quality;

import static org.tongqu.platform.operate.store.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Punctuality;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.QualityDay;
import org.tongqu.platform.trust.access.Scope;

/** The three figures of each resource, kept by day. */
@Repository
public class QualityStore {

    private static final int MOST = 500;

    /** Shares of a row with sums, in hundredths of a percent and rounded down. */
    private static final String SHARES = """
            CASE WHEN %1$s.came > 0 THEN (%1$s.came - %1$s.late) * 10000 / %1$s.came END AS timely,
            CASE WHEN %1$s.rows_read > 0 THEN (%1$s.rows_read - %1$s.rows_set_aside) * 10000 / %1$s.rows_read END AS accurate,
            CASE WHEN %1$s.cells > 0 THEN %1$s.filled * 10000 / %1$s.cells END AS complete""";

    private static final String SEEN = """
            EXISTS (SELECT 1 FROM exchange.flow f WHERE f.resource = q.resource
                       AND (f.consumer = ANY (:organisations) OR f.provider = ANY (:organisations)))""";

    private final JdbcClient jdbc;

    QualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that flow. */
    public List<ResourceCode> resources() {
        return jdbc.sql("SELECT DISTINCT resource FROM exchange.flow ORDER BY resource LIMIT " + MOST)
                .query((row, number) -> new ResourceCode(row.getString("resource")))
                .list();
    }

    public int keep(LocalDate day, List<Punctuality> punctual) {
        return jdbc.sql("""
                        INSERT INTO exchange.quality AS q (resource, day, provider, came, late, rows_read, rows_set_aside, cells, filled)
                        SELECT f.resource, :day, min(f.provider), coalesce(max(p.came), 0), coalesce(max(p.late), 0),
                               coalesce(sum(m.rows_read), 0), coalesce(sum(m.rows_set_aside), 0),
                               coalesce(sum(x.cells), 0), coalesce(sum(x.filled), 0)
                          FROM exchange.flow f
                          LEFT JOIN unnest(:resources, CAST(:came AS bigint[]), CAST(:late AS bigint[]))
                               AS p (resource, came, late) ON p.resource = f.resource
                          LEFT JOIN LATERAL (SELECT sum(rows_read) AS rows_read, sum(rows_set_aside) AS rows_set_aside
                                               FROM exchange.meter WHERE flow = f.id AND day = :day) m ON true
                          LEFT JOIN LATERAL (SELECT sum(rows) AS cells, sum(filled) AS filled
                                               FROM exchange.filling WHERE flow = f.id) x ON true
                         GROUP BY f.resource
                        ON CONFLICT (resource, day) DO UPDATE SET provider = excluded.provider, came = excluded.came,
                            late = excluded.late, rows_read = excluded.rows_read, rows_set_aside = excluded.rows_set_aside,
                            cells = excluded.cells, filled = excluded.filled""")
                .param("day", day)
                .param("resources", column(punctual, one -> one.resource().value()))
                .param("came", column(punctual, one -> String.valueOf(one.came())))
                .param("late", column(punctual, one -> String.valueOf(one.late())))
                .update();
    }

    public List<QualityDay> trend(Scope scope, ResourceCode resource, LocalDate since) {
        return jdbc.sql("SELECT q.day, " + SHARES.formatted("q")
                        + " FROM exchange.quality q WHERE q.resource = :resource AND q.day >= :since AND " + SEEN
                        + " ORDER BY q.day LIMIT " + MOST)
                .param("organisations", scope.organisations())
                .param("resource", resource.value())
                .param("since", since)
                .query((row, number) -> shares(row, row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Rows are added up over the days; deliveries and cells are those of each resource's last day among them. */
    public List<QualityDay.Placed> ranking(Scope scope, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        WITH days AS (
                            SELECT q.*, q.day = max(q.day) OVER (PARTITION BY q.resource) AS is_last
                              FROM exchange.quality q WHERE q.day BETWEEN :from AND :until AND """ + " " + SEEN + """
                        ),
                        sums AS (
                            SELECT provider, count(DISTINCT resource) AS resources,
                                   coalesce(sum(came) FILTER (WHERE is_last), 0) AS came,
                                   coalesce(sum(late) FILTER (WHERE is_last), 0) AS late,
                                   sum(rows_read) AS rows_read, sum(rows_set_aside) AS rows_set_aside,
                                   coalesce(sum(cells) FILTER (WHERE is_last), 0) AS cells,
                                   coalesce(sum(filled) FILTER (WHERE is_last), 0) AS filled
                              FROM days GROUP BY provider),
                        shares AS (SELECT s.provider, s.resources,
                        """ + SHARES.formatted("s") + """
                              FROM sums s),
                        scored AS (
                            SELECT s.*, (SELECT trunc(avg(v.share)) FROM (VALUES (timely), (accurate), (complete)) v (share)) AS score
                              FROM shares s)
                        SELECT *, rank() OVER (ORDER BY score DESC NULLS LAST) AS place FROM scored
                         ORDER BY place, provider LIMIT\s""" + MOST)
                .param("organisations", scope.organisations())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new QualityDay.Placed(
                        row.getInt("place"),
                        row.getString("provider"),
                        row.getInt("resources"),
                        share(row, "score"),
                        shares(row, until)))
                .list();
    }

    private static QualityDay shares(ResultSet row, LocalDate day) throws SQLException {
        return new QualityDay(day, share(row, "timely"), share(row, "accurate"), share(row, "complete"));
    }

    private static Optional<Long> share(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(name)).map(BigDecimal::longValue);
    }
}
