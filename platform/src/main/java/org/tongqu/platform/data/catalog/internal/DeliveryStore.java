package org.tongqu.platform.data.catalog.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Awaited;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Overdue;
import org.tongqu.platform.data.catalog.Punctuality;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.access.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last delivery of each resource. */
@Repository
public class DeliveryStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private static final String AWAITED = """
            FROM catalog.delivery d
            JOIN catalog.edition e ON e.resource = d.resource AND e.state = 'published'
            """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When a resource came last and when it is to come again.
     *
     * @param warnAt empty, as {@code dueAt} is, for what comes irregularly or was taken out
     */
    public record Standing(Instant at, Instant keptSince, Optional<Instant> warnAt, Optional<Instant> dueAt) {

        public static Standing of(Delivery last, Instant keptSince, Cycle cycle) {
            return new Standing(last.at(), keptSince, last.warnFrom(cycle), last.nextBy(cycle));
        }
    }

    /** How it stands, held until the transaction ends. */
    public Optional<Standing> lock(UUID resource) {
        return jdbc.sql(
                        "SELECT at, kept_since, warn_at, due_at FROM catalog.delivery WHERE resource = ? FOR NO KEY UPDATE")
                .param(resource)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                moment(row, "at").orElseThrow(),
                moment(row, "kept_since").orElseThrow(),
                moment(row, "warn_at"),
                moment(row, "due_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Keeps it in the place of an earlier one, whose sample stays where this one brings none. */
    public void keep(UUID resource, Delivery delivery, Standing standing) {
        jdbc.sql("""
                        INSERT INTO catalog.delivery AS d (resource, at, rows, refused, sample, kept_since, warn_at, due_at)
                        VALUES (:resource, :at, :rows, :refused, CAST(:sample AS jsonb), :kept, :warn, :due)
                        ON CONFLICT (resource) DO UPDATE SET at = excluded.at, rows = excluded.rows,
                            refused = excluded.refused,
                            sample = CASE excluded.sample WHEN '[]' THEN d.sample ELSE excluded.sample END,
                            kept_since = excluded.kept_since, warn_at = excluded.warn_at, due_at = excluded.due_at,
                            came = d.came + 1,
                            late = d.late + CASE WHEN excluded.at >= d.due_at THEN 1 ELSE 0 END
                        WHERE d.at < excluded.at""")
                .param("resource", resource)
                .param("at", time(delivery.at()))
                .param("rows", delivery.rows())
                .param("refused", delivery.refused())
                .param("sample", written(delivery.sample()))
                .param("kept", time(standing.keptSince()))
                .param("warn", standing.warnAt().map(Columns::time).orElse(null))
                .param("due", standing.dueAt().map(Columns::time).orElse(null))
                .update();
    }

    /** Another cycle counts from the last delivery on, or none. */
    public void await(UUID resource, Optional<Instant> warnAt, Optional<Instant> dueAt) {
        jdbc.sql("UPDATE catalog.delivery SET warn_at = :warn, due_at = :due WHERE resource = :resource")
                .param("warn", warnAt.map(Columns::time).orElse(null))
                .param("due", dueAt.map(Columns::time).orElse(null))
                .param("resource", resource)
                .update();
    }

    /** All that is to come again. */
    public List<Awaited> awaited() {
        return jdbc.sql("SELECT d.*, e.code, e.name, e.organisation " + AWAITED
                        + "WHERE d.due_at IS NOT NULL ORDER BY e.code")
                .query((row, number) -> awaited(row))
                .list();
    }

    /** What these organisations have not brought up to date, or nearly too late by then; the longest overdue first. */
    public Overdue overdue(Scope scope, Instant now, int most) {
        var found = new Overdue.Counts[] {new Overdue.Counts(0, 0)};
        var rows = jdbc.sql("SELECT d.*, e.code, e.name, e.organisation,"
                        + " count(*) OVER () AS noted, count(*) FILTER (WHERE d.due_at <= :now) OVER () AS stale "
                        + AWAITED
                        + "WHERE d.warn_at <= :now AND e.organisation = ANY (:seen) ORDER BY d.due_at LIMIT :most")
                .param("now", time(now))
                .param("seen", scope.organisations())
                .param("most", most)
                .query((row, number) -> {
                    found[0] = new Overdue.Counts(row.getLong("noted"), row.getLong("stale"));
                    return awaited(row);
                })
                .list();
        return new Overdue(rows, found[0]);
    }

    public List<Punctuality> punctuality(List<ResourceCode> resources) {
        return jdbc.sql("SELECT e.code, e.name, d.came, d.late " + AWAITED + "WHERE e.code = ANY (?) ORDER BY e.code")
                .param(resources.stream().map(ResourceCode::value).toArray(String[]::new))
                .query((row, number) -> new Punctuality(
                        new ResourceCode(row.getString("code")),
                        row.getString("name"),
                        row.getLong("came"),
                        row.getLong("late")))
                .list();
    }

    private static Awaited awaited(ResultSet row) throws SQLException {
        var standing = standing(row);
        return new Awaited(
                new ResourceCode(row.getString("code")),
                row.getString("name"),
                row.getString("organisation"),
                new Awaited.Term(
                        standing.keptSince(),
                        standing.at(),
                        standing.warnAt().orElseThrow(),
                        standing.dueAt().orElseThrow()));
    }

    static String written(List<Map<String, String>> sample) {
        return JSON.writeValueAsString(sample);
    }

    public Optional<Delivery> find(UUID resource) {
        return jdbc.sql("SELECT at, rows, refused, sample FROM catalog.delivery WHERE resource = ?")
                .param(resource)
                .query((row, number) -> new Delivery(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("rows"),
                        row.getLong("refused"),
                        JSON.readValue(row.getString("sample"), ROWS)))
                .optional();
    }
}
