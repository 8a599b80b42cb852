package org.tongqu.platform.matter.supervision.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.supervision.ClockPage;
import org.tongqu.platform.matter.supervision.ClockRow;
import org.tongqu.platform.matter.supervision.Figure;
import org.tongqu.platform.matter.supervision.Indicator;
import org.tongqu.platform.matter.supervision.LampFilter;
import org.tongqu.platform.matter.supervision.Question;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.access.Scope;

/** The clocks of all cases. Every figure and the rows behind it share their conditions. */
@Repository
public class ClockStore {

    private static final int PAGE = 50;

    private static final String LAMP = """
            CASE WHEN c.state = 'ENDED' THEN 'NONE'
                 WHEN c.state = 'STOPPED' THEN 'STOPPED'
                 WHEN c.due_at <= :now THEN 'RED'
                 WHEN c.warn_at <= :now THEN 'YELLOW'
                 ELSE 'GREEN' END""";

    private static final String OPEN = """
            FROM supervision.clock c
            WHERE c.state <> 'ENDED' AND c.organisation = ANY (:organisations)
              AND (CAST(:organisation AS text) IS NULL OR c.organisation = :organisation)
              AND (CAST(:clock AS text) IS NULL OR c.family = :clock)
              AND (CAST(:pack AS text) IS NULL OR c.pack_id = :pack)
              AND (CAST(:lamp AS text) IS NULL OR :lamp =\s""" + LAMP + ")\n";

    private static final String MEASURED = """
            FROM supervision.clock c
            WHERE c.organisation = ANY (:organisations)
              AND (CAST(:organisation AS text) IS NULL OR c.organisation = :organisation)
              AND CASE WHEN CAST(:clock AS text) IS NULL THEN c.family <> 'step' ELSE c.family = :clock END
              AND\s""";

    private final JdbcClient jdbc;
    private final Later later;

    ClockStore(JdbcClient jdbc, Later later) {
        this.jdbc = jdbc;
        this.later = later;
    }

    /** Forgets a clock that never ran, because what started it was taken back. */
    public void remove(String caseId, String clock) {
        later.write("DELETE FROM supervision.clock WHERE case_id = CAST(? AS uuid) AND clock = ?", caseId, clock);
    }

    /** Writes the clocks of one case, in one statement. */
    void put(CaseHead head, List<Entry> clocks, Instant at) {
        later.write(
                """
                        INSERT INTO supervision.clock AS kept (case_id, pack_id, organisation, division, receipt, title, clock,
                            family, label, state, started_at, warn_at, due_at, ended_at, on_time,
                            stopped_at, stopped_for, watch_at)
                        SELECT ?, ?, row.organisation, ?, ?, ?, row.clock, row.family, row.label, row.state, row.started_at, row.warn_at,
                            row.due_at, row.ended_at, row.on_time,
                            CASE WHEN row.state = 'STOPPED' THEN ? END, interval '0', row.watch_at
                        FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS jsonb[]), CAST(? AS text[]),
                            CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]),
                            CAST(? AS timestamptz[]), CAST(? AS boolean[]), CAST(? AS timestamptz[]))
                            AS row (clock, family, organisation, label, state, started_at, warn_at, due_at, ended_at, on_time, watch_at)
                        ON CONFLICT (case_id, clock) DO UPDATE SET
                            state = excluded.state, warn_at = excluded.warn_at, due_at = excluded.due_at,
                            watch_at = excluded.watch_at, ended_at = excluded.ended_at, on_time = excluded.on_time,
                            stopped_at = CASE WHEN kept.state = 'STOPPED' AND excluded.state = 'STOPPED'
                                THEN kept.stopped_at ELSE excluded.stopped_at END,
                            stopped_for = kept.stopped_for
                                + CASE WHEN kept.state = 'STOPPED' AND excluded.state <> 'STOPPED'
                                    THEN ? - kept.stopped_at ELSE interval '0' END""",
                UUID.fromString(head.caseId()),
                head.pack().id(),
                head.organisation().division(),
                head.receipt().value(),
                head.title(),
                time(at),
                column(clocks, Entry::name),
                column(clocks, Entry::family),
                column(clocks, Entry::organisation),
                column(clocks, clock -> json(clock.label())),
                column(clocks, clock -> clock.status().name()),
                column(clocks, clock -> clock.startedAt().toString()),
                column(clocks, clock -> clock.warnAt().toString()),
                column(clocks, clock -> clock.dueAt().toString()),
                column(
                        clocks,
                        clock -> clock.end().map(end -> end.at().toString()).orElse(null)),
                column(
                        clocks,
                        clock -> clock.end()
                                .map(end -> Boolean.toString(end.onTime()))
                                .orElse(null)),
                column(clocks, clock -> clock.watchAt().map(Instant::toString).orElse(null)),
                time(at));
    }

    /** Open clocks by organisation and lamp. */
    public Map<String, Map<Lamp, Long>> lamps(Scope scope, LampFilter filter, Instant now) {
        Map<String, Map<Lamp, Long>> counts = new LinkedHashMap<>();
        open(
                        "SELECT c.organisation, " + LAMP + " AS lamp, count(*) AS clocks " + OPEN
                                + "GROUP BY 1, 2 ORDER BY 1",
                        scope,
                        filter,
                        now)
                .query(row -> {
                    counts.computeIfAbsent(row.getString("organisation"), code -> new EnumMap<>(Lamp.class))
                            .put(Lamp.valueOf(row.getString("lamp")), row.getLong("clocks"));
                });
        return counts;
    }

    /** The rows behind a count of {@link #lamps}, what falls due first first. */
    public ClockPage openRows(Scope scope, LampFilter filter, Instant now, Optional<String> after) {
        var cursor = after.flatMap(Cursor::parse);
        var found = open(
                        "SELECT c.*, " + LAMP + " AS lamp " + OPEN
                                + " AND (CAST(:at AS timestamptz) IS NULL OR (c.due_at, c.case_id, c.clock) > (:at, CAST(:case AS uuid), :name))\n"
                                + "ORDER BY c.due_at, c.case_id, c.clock LIMIT " + (PAGE + 1),
                        scope,
                        filter,
                        now)
                .param("at", cursor.map(from -> time(from.at())).orElse(null))
                .param("case", cursor.map(Cursor::caseId).orElse(null))
                .param("name", cursor.map(Cursor::clock).orElse(null))
                .query((row, number) -> row(row))
                .list();
        return page(found, row -> row.run().dueAt());
    }

    private JdbcClient.StatementSpec open(String sql, Scope scope, LampFilter filter, Instant now) {
        return jdbc.sql(sql)
                .param("organisations", scope.organisations())
                .param("organisation", filter.organisation().orElse(null))
                .param("clock", filter.clock().orElse(null))
                .param("pack", filter.packId().orElse(null))
                .param("lamp", filter.lamp().map(Enum::name).orElse(null))
                .param("now", time(now));
    }

    public Figure figure(Scope scope, Indicator indicator, Question question, Instant now) {
        return measured(
                        "SELECT count(*) AS population, count(*) FILTER (WHERE " + indicator.hit() + ") AS hits,"
                                + " avg(extract(epoch FROM c.ended_at - c.started_at - c.stopped_for) / 86400) AS days "
                                + MEASURED + indicator.population(),
                        scope,
                        question,
                        now)
                .query((row, number) -> figure(indicator, row))
                .single();
    }

    private static Figure figure(Indicator indicator, ResultSet row) throws SQLException {
        long population = row.getLong("population");
        long hits = row.getLong("hits");
        Optional<BigDecimal> value = switch (indicator.unit()) {
            case COUNT -> Optional.of(BigDecimal.valueOf(hits));
            case PERCENT ->
                population == 0
                        ? Optional.empty()
                        : Optional.of(BigDecimal.valueOf(hits * 100)
                                .divide(BigDecimal.valueOf(population), 1, RoundingMode.HALF_UP));
            case DAYS ->
                Optional.ofNullable(row.getBigDecimal("days")).map(days -> days.setScale(1, RoundingMode.HALF_UP));
        };
        return new Figure(indicator, value, hits, population);
    }

    /** The rows that count in {@link #figure}, the latest first. */
    public ClockPage figureRows(
            Scope scope, Indicator indicator, Question question, Instant now, Optional<String> after) {
        var cursor = after.flatMap(Cursor::parse);
        var found = measured(
                        "SELECT c.*, " + LAMP + " AS lamp " + MEASURED + indicator.population() + " AND "
                                + indicator.hit()
                                + " AND (CAST(:at AS timestamptz) IS NULL OR (c.due_at, c.case_id, c.clock) < (:at, CAST(:case AS uuid), :name))\n"
                                + "ORDER BY c.due_at DESC, c.case_id DESC, c.clock DESC LIMIT " + (PAGE + 1),
                        scope,
                        question,
                        now)
                .param("at", cursor.map(from -> time(from.at())).orElse(null))
                .param("case", cursor.map(Cursor::caseId).orElse(null))
                .param("name", cursor.map(Cursor::clock).orElse(null))
                .query((row, number) -> row(row))
                .list();
        return page(found, row -> row.run().dueAt());
    }

    private JdbcClient.StatementSpec measured(String sql, Scope scope, Question question, Instant now) {
        return jdbc.sql(sql)
                .param("organisations", scope.organisations())
                .param("organisation", question.organisation().orElse(null))
                .param("clock", question.clock().orElse(null))
                .param("from", midnight(question.from()))
                .param("until", midnight(question.until()))
                .param("now", time(now));
    }

    public Optional<ClockRow> find(Scope scope, UUID caseId, String clock, Instant now) {
        return jdbc.sql("SELECT c.*, " + LAMP + " AS lamp FROM supervision.clock c "
                        + "WHERE c.case_id = :case AND c.clock = :clock AND c.organisation = ANY (:organisations)")
                .param("case", caseId)
                .param("clock", clock)
                .param("organisations", scope.organisations())
                .param("now", time(now))
                .query((row, number) -> row(row))
                .optional();
    }

    /** Behind which row a page begins. */
    private record Cursor(Instant at, UUID caseId, String clock) {

        static Optional<Cursor> parse(String text) {
            var parts = text.split("~", 3);
            try {
                return parts.length == 3
                        ? Optional.of(new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]), parts[2]))
                        : Optional.empty();
            } catch (DateTimeParseException | IllegalArgumentException notACursor) {
                return Optional.empty();
            }
        }
    }

    private static ClockPage page(List<ClockRow> found, Function<ClockRow, Instant> order) {
        if (found.size() <= PAGE) {
            return new ClockPage(found, Optional.empty());
        }
        var last = found.get(PAGE - 1);
        return new ClockPage(
                found.subList(0, PAGE), Optional.of(order.apply(last) + "~" + last.caseId() + "~" + last.clock()));
    }

    private static ClockRow row(ResultSet row) throws SQLException {
        var label = DatumJson.read(row.getString("label"));
        return new ClockRow(
                row.getString("case_id"),
                row.getString("clock"),
                new Label(label.text("zh").orElseThrow(), label.text("en").orElse("")),
                row.getString("pack_id"),
                row.getString("organisation"),
                row.getString("receipt"),
                row.getString("title"),
                new ClockRow.Run(
                        instant(row, "started_at").orElseThrow(),
                        instant(row, "warn_at").orElseThrow(),
                        instant(row, "due_at").orElseThrow(),
                        instant(row, "ended_at"),
                        Optional.ofNullable(row.getObject("on_time", Boolean.class))),
                Lamp.valueOf(row.getString("lamp")));
    }

    public static String json(Label label) {
        return Datum.empty()
                .with("zh", Datum.of(label.zh()))
                .with("en", Datum.of(label.en()))
                .canonical();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return time(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }
}
