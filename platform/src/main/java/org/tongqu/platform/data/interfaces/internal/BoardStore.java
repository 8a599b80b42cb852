package org.tongqu.platform.data.interfaces.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.interfaces.Durations;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.EndpointDay;
import org.tongqu.platform.data.interfaces.EndpointStanding;
import org.tongqu.platform.data.interfaces.PastCall;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.access.Scope;

/** What the pages of interfaces show. */
@Repository
public class BoardStore {

    private static final String STANDING = """
            SELECT e.*, t.calls, t.refused, t.failed, t.records,
                   (SELECT array_agg(s.calls ORDER BY s.n)
                      FROM (SELECT u.n, sum(u.calls)::bigint AS calls
                              FROM interfaces.meter m, unnest(m.spread) WITH ORDINALITY AS u (calls, n)
                             WHERE m.endpoint = e.id AND m.day = :today GROUP BY u.n) s) AS spread
              FROM interfaces.endpoint e
              LEFT JOIN LATERAL (SELECT sum(m.calls) AS calls, sum(m.refused) AS refused, sum(m.failed) AS failed,
                                        sum(m.records) AS records
                                   FROM interfaces.meter m WHERE m.endpoint = e.id AND m.day = :today) t ON true
            """;

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<EndpointStanding> list(LocalDate today, String after, int limit) {
        return jdbc.sql(STANDING + " WHERE e.id > :after ORDER BY e.id LIMIT :limit")
                .param("today", today)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> standing(row))
                .list();
    }

    public Optional<EndpointStanding> find(String id, LocalDate today) {
        return jdbc.sql(STANDING + " WHERE e.id = :id")
                .param("today", today)
                .param("id", id)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static EndpointStanding standing(ResultSet row) throws SQLException {
        return new EndpointStanding(EndpointStore.endpoint(row), figures(row), p99(row));
    }

    public List<EndpointDay> days(Endpoint endpoint, LocalDate from) {
        return jdbc.sql("""
                        SELECT m.day, sum(m.calls) AS calls, sum(m.refused) AS refused, sum(m.failed) AS failed,
                               sum(m.records) AS records, sum(m.bytes) AS bytes,
                               (SELECT array_agg(s.calls ORDER BY s.n)
                                  FROM (SELECT u.n, sum(u.calls)::bigint AS calls
                                          FROM interfaces.meter o, unnest(o.spread) WITH ORDINALITY AS u (calls, n)
                                         WHERE o.endpoint = :endpoint AND o.day = m.day GROUP BY u.n) s) AS spread
                          FROM interfaces.meter m
                         WHERE m.endpoint = :endpoint AND m.day >= :from
                         GROUP BY m.day ORDER BY m.day DESC""")
                .param("endpoint", endpoint.id())
                .param("from", from)
                .query((row, number) -> new EndpointDay(
                        row.getObject("day", LocalDate.class), figures(row), row.getLong("bytes"), p99(row)))
                .list();
    }

    private static EndpointStanding.Today figures(ResultSet row) throws SQLException {
        return new EndpointStanding.Today(
                row.getLong("calls"), row.getLong("refused"), row.getLong("failed"), row.getLong("records"));
    }

    private static OptionalLong p99(ResultSet row) throws SQLException {
        var spread = row.getArray("spread");
        return spread == null
                ? OptionalLong.empty()
                : Durations.p99(Arrays.stream((Long[]) spread.getArray())
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    public List<PastCall> calls(Scope scope, Endpoint endpoint, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM interfaces.call
                         WHERE endpoint = :endpoint AND id < :before AND (:whole OR consumer = ANY (:organisations))
                         ORDER BY id DESC LIMIT :limit""")
                .param("endpoint", endpoint.id())
                .param("before", before)
                .param("whole", scope.sees(endpoint.provider()))
                .param("organisations", scope.organisations())
                .param("limit", limit)
                .query((row, number) -> new PastCall(
                        row.getLong("id"),
                        Columns.instant(row, "at"),
                        row.getString("agreement"),
                        row.getString("consumer"),
                        row.getString("outcome"),
                        row.getLong("records"),
                        row.getLong("bytes"),
                        Duration.ofNanos(row.getLong("took_us") * 1000)))
                .list();
    }
}
