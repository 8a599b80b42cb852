package org.tongqu.platform.matter.supervision.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.FindingPage;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.operate.store.NewestFirst;
import org.tongqu.platform.trust.access.Scope;

/** What rules found. */
@Repository
public class FindingStore {

    private static final int PAGE = 50;

    /** With when an office did what it owed; a case has no such row. */
    private static final String ROW = """
            SELECT f.*, (SELECT d.done_at FROM supervision.duty d WHERE d.id = f.case_id) AS settled_at
            """;

    private static final String FITTING = """
            FROM supervision.finding f
            WHERE f.organisation = ANY (:organisations) AND f.found_at >= :from AND f.found_at < :until
              AND (CAST(:organisation AS text) IS NULL OR f.organisation = :organisation)
              AND (CAST(:rule AS text) IS NULL OR f.rule = :rule)
            """;

    private final JdbcClient jdbc;
    private final CopyStream copy;
    private final Later later;

    FindingStore(JdbcClient jdbc, Later later, CopyStream copy) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.later = later;
    }

    /** Keeps what was found; what was found before stays as it was found first. */
    void put(List<Found> all) {
        if (all.isEmpty()) {
            return;
        }
        later.write(
                """
                        INSERT INTO supervision.finding AS kept (id, case_id, rule, subject, pack_id, organisation, receipt,
                            title, label, yellow_at, red_at, events)
                        SELECT id, case_id, rule, subject, pack_id, organisation, receipt, title, label, yellow_at, red_at,
                            CAST(events AS integer[])
                        FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]),
                            CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS jsonb[]),
                            CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS text[]))
                            AS row (id, case_id, rule, subject, pack_id, organisation, receipt, title, label, yellow_at,
                                red_at, events)
                        ON CONFLICT (id) DO UPDATE SET
                            yellow_at = coalesce(kept.yellow_at, excluded.yellow_at),
                            red_at = coalesce(kept.red_at, excluded.red_at),
                            events = kept.events || excluded.events""",
                column(all, found -> found.id().toString()),
                column(all, found -> found.matter().caseId()),
                column(all, Found::rule),
                column(all, Found::subject),
                column(all, found -> found.matter().packId()),
                column(all, Found::organisation),
                column(all, found -> found.matter().receipt()),
                column(all, found -> found.matter().title()),
                column(all, found -> ClockStore.json(found.label())),
                column(all, found -> found.yellowAt().map(Instant::toString).orElse(null)),
                column(all, found -> found.redAt().map(Instant::toString).orElse(null)),
                column(all, FindingStore::events));
    }

    /** Forgets warnings of clocks that ended in time: a warning that was heeded is no finding. */
    void relieve(List<UUID> warnings) {
        if (!warnings.isEmpty()) {
            later.write("DELETE FROM supervision.finding WHERE id = ANY (?) AND red_at IS NULL", (Object)
                    warnings.toArray(UUID[]::new));
        }
    }

    /** Fills the empty table. */
    void copy(List<Found> all) {
        try (var rows =
                copy.into("supervision.finding (id, case_id, rule, subject, pack_id, organisation, receipt, title,"
                        + " label, yellow_at, red_at, events)")) {
            for (var found : all) {
                rows.text(found.id().toString())
                        .text(found.matter().caseId())
                        .text(found.rule())
                        .text(found.subject())
                        .text(found.matter().packId())
                        .text(found.organisation())
                        .text(found.matter().receipt())
                        .text(found.matter().title())
                        .text(ClockStore.json(found.label()))
                        .moment(found.yellowAt().orElse(null))
                        .moment(found.redAt().orElse(null))
                        .text(events(found))
                        .end();
            }
            rows.finish();
        }
    }

    private static String events(Found found) {
        return found.events().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    public FindingPage page(Scope scope, FindingFilter filter, Optional<String> after) {
        var cursor = after.flatMap(NewestFirst::parse);
        var found = fitting(ROW + FITTING + """
                          AND (CAST(:level AS text) IS NULL OR f.level = :level)
                          AND (CAST(:at AS timestamptz) IS NULL OR (f.found_at, f.id) < (:at, CAST(:id AS uuid)))
                        ORDER BY f.found_at DESC, f.id DESC LIMIT
                        """ + (PAGE + 1), scope, filter)
                .param("level", filter.level().map(Enum::name).orElse(null))
                .param("at", cursor.map(from -> time(from.at())).orElse(null))
                .param("id", cursor.map(NewestFirst::id).orElse(null))
                .query((row, number) -> row(row))
                .list();
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        return new FindingPage(
                rows,
                counts(scope, filter),
                found.size() > PAGE
                        ? Optional.of(NewestFirst.after(
                                rows.getLast().foundAt(), rows.getLast().id()))
                        : Optional.empty());
    }

    /** How many there are of each level. */
    public Map<Level, Long> counts(Scope scope, FindingFilter filter) {
        var counts = new EnumMap<Level, Long>(Level.class);
        fitting("SELECT f.level, count(*) AS findings " + FITTING + " GROUP BY 1", scope, filter)
                .query(row -> {
                    counts.put(Level.valueOf(row.getString("level")), row.getLong("findings"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec fitting(String sql, Scope scope, FindingFilter filter) {
        return jdbc.sql(sql)
                .param("organisations", scope.organisations())
                .param("from", midnight(filter.from()))
                .param("until", midnight(filter.until()))
                .param("organisation", filter.organisation().orElse(null))
                .param("rule", filter.rule().orElse(null));
    }

    public Optional<FindingRow> find(Scope scope, UUID id) {
        return jdbc.sql(ROW + "FROM supervision.finding f WHERE f.id = :id AND f.organisation = ANY (:organisations)")
                .param("id", id)
                .param("organisations", scope.organisations())
                .query((row, number) -> row(row))
                .optional();
    }

    private static FindingRow row(ResultSet row) throws SQLException {
        var label = DatumJson.read(row.getString("label"));
        return new FindingRow(
                row.getString("id"),
                row.getString("rule"),
                new Label(label.text("zh").orElseThrow(), label.text("en").orElse("")),
                row.getString("subject"),
                row.getString("organisation"),
                new FindingRow.Matter(
                        row.getString("case_id"),
                        row.getString("pack_id"),
                        row.getString("receipt"),
                        row.getString("title")),
                new FindingRow.Times(instant(row, "yellow_at"), instant(row, "red_at"), instant(row, "settled_at")),
                Stream.of((Integer[]) row.getArray("events").getArray()).toList());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return time(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }
}
