package org.tongqu.platform.matter.hall.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;

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
        var read = read();
        kept = new Kept(now.plus(KEPT), read);
        return read;
    }

    public Optional<HallPlan> find(String code) {
        return all().stream().filter(plan -> plan.hall().code().equals(code)).findFirst();
    }

    private List<HallPlan> read() {
        var lines = byHall(jdbc.sql("SELECT * FROM hall.line ORDER BY hall, code")
                .query(HallStore::line)
                .list());
        var hours = byHall(jdbc.sql("SELECT * FROM hall.hours ORDER BY hall, day_kind DESC, opens")
                .query(HallStore::hours)
                .list());
        var windows = byHall(jdbc.sql("SELECT hall, number, lines FROM hall.service_window ORDER BY hall, number")
                .query(HallStore::window)
                .list());
        var slots = byHall(jdbc.sql("SELECT * FROM hall.plan ORDER BY hall, day_kind DESC, starts, line")
                .query(HallStore::slot)
                .list());
        return jdbc.sql("SELECT * FROM hall.hall").query(HallStore::hall).list().stream()
                .sorted(Comparator.comparing(Hall::level).thenComparing(Hall::code))
                .map(hall -> new HallPlan(
                        hall,
                        lines.getOrDefault(hall.code(), List.of()),
                        hours.getOrDefault(hall.code(), List.of()),
                        windows.getOrDefault(hall.code(), List.of()),
                        slots.getOrDefault(hall.code(), List.of())))
                .toList();
    }

    private static <T> Map<String, List<T>> byHall(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::hall, Collectors.mapping(Of::part, Collectors.toList())));
    }

    public void put(HallPlan plan) {
        putHall(plan.hall());
        var code = plan.hall().code();
        plan.lines().forEach(line -> putLine(code, line));
        jdbc.sql("DELETE FROM hall.hours WHERE hall = ?").param(code).update();
        for (var hours : plan.hours()) {
            jdbc.sql("INSERT INTO hall.hours (hall, day_kind, opens, closes) VALUES (?, ?, ?, ?)")
                    .params(code, named(hours.kind()), hours.opens(), hours.closes())
                    .update();
        }
        for (var window : plan.windows()) {
            jdbc.sql("""
                            INSERT INTO hall.service_window (hall, number, lines) VALUES (?, ?, ?)
                            ON CONFLICT (hall, number) DO UPDATE SET lines = excluded.lines""").params(code, window.number(), sorted(window.lines())).update();
        }
        jdbc.sql("DELETE FROM hall.plan WHERE hall = ?").param(code).update();
        for (var slot : plan.slots()) {
            jdbc.sql("INSERT INTO hall.plan (hall, line, day_kind, starts, ends, places) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(code, slot.line(), named(slot.kind()), slot.starts(), slot.ends(), slot.places())
                    .update();
        }
        kept = new Kept(Instant.MIN, List.of());
    }

    private void putHall(Hall hall) {
        jdbc.sql("""
                        INSERT INTO hall.hall (code, name_zh, name_en, level, division, organisation, parent, address,
                            head_start, grace, no_shows, no_show_days, days_ahead)
                        VALUES (:code, :zh, :en, :level, :division, :organisation, :parent, :address,
                            :headStart, :grace, :noShows, :noShowDays, :daysAhead)
                        ON CONFLICT (code) DO UPDATE SET
                            name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level,
                            division = excluded.division, organisation = excluded.organisation,
                            parent = excluded.parent, address = excluded.address, head_start = excluded.head_start,
                            grace = excluded.grace, no_shows = excluded.no_shows,
                            no_show_days = excluded.no_show_days, days_ahead = excluded.days_ahead""")
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
                .update();
    }

    private void putLine(String hall, HallPlan.Line line) {
        jdbc.sql("""
                        INSERT INTO hall.line (hall, code, name_zh, name_en, kinds, minutes) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (hall, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                            kinds = excluded.kinds, minutes = excluded.minutes""")
                .params(hall, line.code(), line.name().zh(), line.name().en(), sorted(line.kinds()), line.minutes())
                .update();
    }

    private static Hall hall(ResultSet row, int number) throws SQLException {
        return new Hall(
                row.getString("code"),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                Hall.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
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
                        row.getInt("days_ahead")));
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
        return kind.name().toLowerCase(Locale.ROOT);
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
