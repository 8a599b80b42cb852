package org.tongqu.platform.matter.hall.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.DeclaredHall;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.operate.store.Columns;

/** What is declared of the halls. A city has few and they rarely change, so they are kept in memory for a minute. */
@Repository
public class HallStore {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Kept kept = new Kept(Instant.MIN, List.of());

    private record Kept(Instant until, List<HallPlan> plans) {}

    /** A row with the hall it belongs to. */
    private record Of<T>(String hall, T part) {}

    HallStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<HallPlan> all() {
        var known = kept;
        var now = clock.instant();
        if (!known.plans().isEmpty() && now.isBefore(known.until())) {
            return known.plans();
        }
        var read = read(Optional.empty());
        kept = new Kept(now.plus(KEPT), read);
        return read;
    }

    public Optional<HallPlan> find(String code) {
        return all().stream().filter(plan -> plan.hall().code().equals(code)).findFirst();
    }

    /** What is declared now, past what is kept in memory. */
    public Optional<DeclaredHall> declared(String code) {
        return jdbc.sql("SELECT version, changed_by, changed_at FROM hall.hall WHERE code = ?")
                .param(code)
                .query((row, number) -> declared(code, row))
                .optional();
    }

    /**
     * As {@link #declared}; until the end of the transaction nobody else changes it or another hall, books in it or
     * draws a number there.
     */
    public Optional<DeclaredHall> lock(String code) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('hall.declare')) IS NULL")
                .query(Boolean.class)
                .single();
        jdbc.sql("SELECT 1 FROM hall.hall WHERE code = ? FOR UPDATE")
                .param(code)
                .query(Integer.class)
                .list();
        jdbc.sql("SELECT 1 FROM hall.line WHERE hall = ? ORDER BY code FOR UPDATE")
                .param(code)
                .query(Integer.class)
                .list();
        return declared(code);
    }

    /** The hall and all halls above it, the next first. */
    public List<String> chain(String code) {
        return jdbc.sql("""
                        WITH RECURSIVE up (code, parent, far) AS (
                            SELECT code, parent, 0 FROM hall.hall WHERE code = ?
                            UNION ALL
                            SELECT h.code, h.parent, up.far + 1 FROM up JOIN hall.hall h ON h.code = up.parent
                        ) CYCLE code SET ring USING path
                        SELECT code FROM up WHERE NOT ring ORDER BY far""")
                .param(code)
                .query((row, number) -> row.getString(1))
                .list();
    }

    public List<Hall.Level> below(String code) {
        return jdbc.sql("SELECT level FROM hall.hall WHERE parent = ?")
                .param(code)
                .query((row, number) -> level(row))
                .list();
    }

    private static Hall.Level level(ResultSet row) throws SQLException {
        return Hall.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT));
    }

    private DeclaredHall declared(String code, ResultSet row) throws SQLException {
        var at = row.getTimestamp("changed_at");
        var by = row.getString("changed_by");
        return new DeclaredHall(
                read(Optional.of(code)).getFirst(),
                row.getInt("version"),
                at == null || by == null ? Optional.empty() : Optional.of(new DeclaredHall.Last(by, at.toInstant())));
    }

    /** What the statements of {@link #read} ask for: one hall, or all. */
    private static final String WANTED = " WHERE :hall IN ('', hall)";

    private <T> Map<String, List<T>> parts(
            String statement, String order, Optional<String> hall, RowMapper<Of<T>> row) {
        return byHall(jdbc.sql(statement + WANTED + order)
                .param("hall", hall.orElse(""))
                .query(row)
                .list());
    }

    private List<HallPlan> read(Optional<String> wanted) {
        var lines = parts("SELECT * FROM hall.line", " AND NOT withdrawn ORDER BY hall, code", wanted, HallStore::line);
        var former = parts("SELECT * FROM hall.line", " AND withdrawn ORDER BY hall, code", wanted, HallStore::line);
        var hours = parts("SELECT * FROM hall.hours", " ORDER BY hall, day_kind DESC, opens", wanted, HallStore::hours);
        var windows = parts(
                "SELECT hall, number, lines FROM hall.service_window",
                " ORDER BY hall, number",
                wanted,
                HallStore::window);
        var slots = parts(
                "SELECT * FROM hall.plan", " ORDER BY hall, day_kind DESC, starts, line", wanted, HallStore::slot);
        return jdbc
                .sql("SELECT * FROM hall.hall WHERE :hall IN ('', code)")
                .param("hall", wanted.orElse(""))
                .query(HallStore::hall)
                .list()
                .stream()
                .sorted(Comparator.comparing(Hall::level).thenComparing(Hall::code))
                .map(hall -> new HallPlan(
                        hall,
                        lines.getOrDefault(hall.code(), List.of()),
                        former.getOrDefault(hall.code(), List.of()),
                        hours.getOrDefault(hall.code(), List.of()),
                        windows.getOrDefault(hall.code(), List.of()),
                        slots.getOrDefault(hall.code(), List.of())))
                .toList();
    }

    private static <T> Map<String, List<T>> byHall(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::hall, Collectors.mapping(Of::part, Collectors.toList())));
    }

    /** Declares the hall as the plan says and nothing else; who booked or drew a number keeps what they have. */
    public void put(HallPlan plan, Optional<DeclaredHall.Last> last) {
        putHall(plan.hall(), last);
        var code = plan.hall().code();
        putLines(code, plan);
        putHours(code, plan);
        putWindows(code, plan);
        putSlots(code, plan);
        forget();
    }

    /** Writes a hall nobody declared yet; false when there is one of this code. */
    public boolean claim(Hall hall, DeclaredHall.Last last) {
        return writeHall("ON CONFLICT (code) DO NOTHING", hall, Optional.of(last)) == 1;
    }

    /** The next question is answered from the tables; to be said again after the commit. */
    public void forget() {
        kept = new Kept(Instant.MIN, List.of());
    }

    private void putLines(String code, HallPlan plan) {
        plan.lines().forEach(line -> putLine(code, line));
        jdbc.sql("UPDATE hall.line SET withdrawn = true WHERE hall = ? AND NOT withdrawn AND code <> ALL (?)")
                .params(code, each(plan.lines(), HallPlan.Line::code))
                .update();
    }

    private void putHours(String code, HallPlan plan) {
        jdbc.sql("DELETE FROM hall.hours WHERE hall = ?").param(code).update();
        jdbc.sql("""
                        INSERT INTO hall.hours (hall, day_kind, opens, closes)
                        SELECT ?, kind, opens::time, closes::time FROM unnest(?, ?, ?) AS o (kind, opens, closes)""")
                .params(
                        code,
                        each(plan.hours(), hours -> hours.kind().code()),
                        each(plan.hours(), hours -> hours.opens().toString()),
                        each(plan.hours(), hours -> hours.closes().toString()))
                .update();
    }

    private void putWindows(String code, HallPlan plan) {
        jdbc.sql("DELETE FROM hall.service_window WHERE hall = ? AND number::text <> ALL (?)")
                .params(code, each(plan.windows(), window -> String.valueOf(window.number())))
                .update();
        jdbc.sql("""
                        INSERT INTO hall.service_window (hall, number, lines)
                        SELECT ?, number::integer, string_to_array(lines, ' ')
                        FROM unnest(?, ?) AS w (number, lines)
                        ON CONFLICT (hall, number) DO UPDATE SET lines = excluded.lines""")
                .params(
                        code,
                        each(plan.windows(), window -> String.valueOf(window.number())),
                        each(plan.windows(), window -> String.join(" ", sorted(window.lines()))))
                .update();
    }

    private void putSlots(String code, HallPlan plan) {
        jdbc.sql("DELETE FROM hall.plan WHERE hall = ?").param(code).update();
        jdbc.sql("""
                        INSERT INTO hall.plan (hall, line, day_kind, starts, ends, places)
                        SELECT ?, line, kind, starts::time, ends::time, places::integer
                        FROM unnest(?, ?, ?, ?, ?) AS s (line, kind, starts, ends, places)""")
                .params(
                        code,
                        each(plan.slots(), HallPlan.PlannedSlot::line),
                        each(plan.slots(), slot -> slot.kind().code()),
                        each(plan.slots(), slot -> slot.starts().toString()),
                        each(plan.slots(), slot -> slot.ends().toString()),
                        each(plan.slots(), slot -> String.valueOf(slot.places())))
                .update();
    }

    private static <T> String[] each(List<T> rows, Function<T, String> column) {
        return SlotStore.each(rows, column, String[]::new);
    }

    private static final String REPLACING = """
            ON CONFLICT (code) DO UPDATE SET
                name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level,
                division = excluded.division, organisation = excluded.organisation,
                parent = excluded.parent, address = excluded.address, head_start = excluded.head_start,
                grace = excluded.grace, no_shows = excluded.no_shows,
                no_show_days = excluded.no_show_days, days_ahead = excluded.days_ahead,
                closed_from = excluded.closed_from, version = h.version + 1,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

    private void putHall(Hall hall, Optional<DeclaredHall.Last> last) {
        writeHall(REPLACING, hall, last);
    }

    private int writeHall(String otherwise, Hall hall, Optional<DeclaredHall.Last> last) {
        return jdbc.sql("""
                        INSERT INTO hall.hall AS h (code, name_zh, name_en, level, division, organisation, parent, address,
                            head_start, grace, no_shows, no_show_days, days_ahead, closed_from, changed_by, changed_at)
                        VALUES (:code, :zh, :en, :level, :division, :organisation, :parent, :address,
                            :headStart, :grace, :noShows, :noShowDays, :daysAhead, CAST(:closed AS date), :by, :at)
                        """ + otherwise)
                .param("by", last.map(DeclaredHall.Last::by).orElse(null))
                .param("at", last.map(DeclaredHall.Last::at).map(Columns::time).orElse(null))
                .param("code", hall.code())
                .param("zh", hall.name().zh())
                .param("en", hall.name().en())
                .param("level", hall.level().name().toLowerCase(Locale.ROOT))
                .param("division", hall.seat().division().value())
                .param("organisation", hall.seat().organisation())
                .param("parent", hall.seat().parent().orElse(null))
                .param("address", hall.seat().address())
                .param("headStart", hall.rules().headStart())
                .param("grace", hall.rules().grace())
                .param("noShows", hall.rules().noShows())
                .param("noShowDays", hall.rules().noShowDays())
                .param("daysAhead", hall.rules().daysAhead())
                .param("closed", hall.closedFrom().orElse(null))
                .update();
    }

    private void putLine(String hall, HallPlan.Line line) {
        jdbc.sql("""
                        INSERT INTO hall.line (hall, code, name_zh, name_en, kinds, minutes) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (hall, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                            kinds = excluded.kinds, minutes = excluded.minutes, withdrawn = false""")
                .params(hall, line.code(), line.name().zh(), line.name().en(), sorted(line.kinds()), line.minutes())
                .update();
    }

    private static Hall hall(ResultSet row, int number) throws SQLException {
        return new Hall(
                row.getString("code"),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                level(row),
                new Hall.Seat(
                        new DivisionCode(row.getString("division")),
                        row.getString("organisation"),
                        Optional.ofNullable(row.getString("parent")),
                        row.getString("address")),
                new Hall.Rules(
                        row.getInt("head_start"),
                        row.getInt("grace"),
                        row.getInt("no_shows"),
                        row.getInt("no_show_days"),
                        row.getInt("days_ahead")),
                Optional.ofNullable(row.getObject("closed_from", LocalDate.class)));
    }

    private static Of<HallPlan.Line> line(ResultSet row, int number) throws SQLException {
        return new Of<>(
                row.getString("hall"),
                new HallPlan.Line(
                        row.getString("code"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        texts(row, "kinds"),
                        row.getInt("minutes")));
    }

    private static Of<HallPlan.Hours> hours(ResultSet row, int number) throws SQLException {
        return new Of<>(row.getString("hall"), new HallPlan.Hours(kind(row), time(row, "opens"), time(row, "closes")));
    }

    private static Of<HallPlan.PlannedWindow> window(ResultSet row, int number) throws SQLException {
        return new Of<>(row.getString("hall"), new HallPlan.PlannedWindow(row.getInt("number"), texts(row, "lines")));
    }

    private static Of<HallPlan.PlannedSlot> slot(ResultSet row, int number) throws SQLException {
        return new Of<>(
                row.getString("hall"),
                new HallPlan.PlannedSlot(
                        row.getString("line"),
                        kind(row),
                        time(row, "starts"),
                        time(row, "ends"),
                        row.getInt("places")));
    }

    private static DayKind kind(ResultSet row) throws SQLException {
        return DayKind.valueOf(row.getString("day_kind").toUpperCase(Locale.ROOT));
    }

    static String named(DayKind kind) {
        return kind.code();
    }

    static LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static String[] sorted(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }
}
