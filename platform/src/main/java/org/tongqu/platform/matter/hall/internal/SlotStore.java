package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.hall.FreeDay;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.matter.hall.Slot;

/** Places and how many of them are taken. */
@Repository
public class SlotStore {

    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day and what is planned for days like it. */
    public record Offered(LocalDate day, DayKind kind) {}

    private static final String OFFERED = """
            FROM unnest(CAST(:days AS date[]), CAST(:kinds AS text[])) AS o (day, kind)
            JOIN hall.plan p ON p.hall = :hall AND p.line = :line AND p.day_kind = o.kind
            LEFT JOIN hall.slot s
              ON s.hall = p.hall AND s.line = p.line AND s.day = o.day AND s.starts = p.starts
            WHERE o.day + p.starts > :local""";

    public List<FreeDay> days(String hall, String line, List<Offered> offered, Instant now) {
        return jdbc.sql("""
                        SELECT o.day, sum(coalesce(s.places, p.places)) AS places, sum(coalesce(s.booked, 0)) AS booked
                        """ + OFFERED + " GROUP BY o.day ORDER BY o.day")
                .param("days", each(offered, day -> day.day().toString(), String[]::new))
                .param("kinds", each(offered, day -> HallStore.named(day.kind()), String[]::new))
                .param("hall", hall)
                .param("line", line)
                .param("local", now.atZone(WorkingCalendar.ZONE).toLocalDateTime())
                .query((row, number) -> new FreeDay(
                        row.getObject("day", LocalDate.class),
                        row.getInt("places"),
                        Math.max(0, row.getInt("places") - row.getInt("booked"))))
                .list();
    }

    public List<Slot> slots(String hall, String line, Offered offered, Instant now) {
        return jdbc.sql("""
                        SELECT p.hall, p.line, o.day, p.starts, coalesce(s.ends, p.ends) AS ends,
                               coalesce(s.places, p.places) AS places, coalesce(s.booked, 0) AS booked
                        """ + OFFERED + " ORDER BY p.starts")
                .param("days", new String[] {offered.day().toString()})
                .param("kinds", new String[] {HallStore.named(offered.kind())})
                .param("hall", hall)
                .param("line", line)
                .param("local", now.atZone(WorkingCalendar.ZONE).toLocalDateTime())
                .query((row, number) -> slot(row))
                .list();
    }

    /**
     * What is planned for the slot, for as long as the transaction lasts: nobody declares the line anew meanwhile, and
     * what was declared a moment ago is seen.
     */
    public Optional<PlannedSlot> held(Slot.Key key, DayKind kind) {
        return holdOpen(key.hall(), key.day()) && hold(key.hall(), key.line())
                ? jdbc.sql("SELECT * FROM hall.plan WHERE hall = ? AND line = ? AND day_kind = ? AND starts = ?")
                        .params(key.hall(), key.line(), kind.code(), key.starts())
                        .query((row, number) -> new PlannedSlot(
                                key.line(), kind, key.starts(), HallStore.time(row, "ends"), row.getInt("places")))
                        .optional()
                : Optional.empty();
    }

    /** Whether the hall is run on that day; if so, it is until the end of the transaction. Asked before {@link #hold}. */
    public boolean holdOpen(String hall, LocalDate day) {
        return !jdbc.sql(
                        "SELECT 1 FROM hall.hall WHERE code = ? AND (closed_from IS NULL OR closed_from > ?) FOR SHARE")
                .params(hall, day)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether the line is offered; if so, it is until the end of the transaction. */
    public boolean hold(String hall, String line) {
        return !jdbc.sql("SELECT 1 FROM hall.line WHERE hall = ? AND code = ? AND NOT withdrawn FOR SHARE")
                .params(hall, line)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Gives slots that somebody booked already as many places as are planned now, never fewer than are booked. */
    public void resize(String hall, List<Offered> offered) {
        jdbc.sql("""
                        UPDATE hall.slot s
                        SET places = greatest(s.booked, p.places),
                            ends = CASE WHEN s.booked = 0 THEN p.ends ELSE s.ends END
                        FROM unnest(CAST(:days AS date[]), CAST(:kinds AS text[])) AS o (day, kind)
                        JOIN hall.plan p ON p.hall = :hall AND p.day_kind = o.kind
                        WHERE s.hall = :hall AND s.line = p.line AND s.day = o.day AND s.starts = p.starts""")
                .param("days", each(offered, day -> day.day().toString(), String[]::new))
                .param("kinds", each(offered, day -> day.kind().code(), String[]::new))
                .param("hall", hall)
                .update();
    }

    /** Makes the slot of that day out of the plan, if nobody has yet. */
    public void open(Slot.Key key, PlannedSlot plan) {
        jdbc.sql("""
                        INSERT INTO hall.slot (hall, line, day, starts, ends, places) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(key.hall(), key.line(), key.day(), key.starts(), plan.ends(), plan.places())
                .update();
    }

    /** Takes a place if there is one: the row's lock lets one after the other ask, each with what the last one left. */
    public boolean take(Slot.Key key) {
        return jdbc.sql("""
                                UPDATE hall.slot SET booked = booked + 1
                                WHERE hall = ? AND line = ? AND day = ? AND starts = ? AND booked < places""")
                        .params(key.hall(), key.line(), key.day(), key.starts())
                        .update()
                == 1;
    }

    public void free(Slot.Key key) {
        jdbc.sql("UPDATE hall.slot SET booked = booked - 1 WHERE hall = ? AND line = ? AND day = ? AND starts = ?")
                .params(key.hall(), key.line(), key.day(), key.starts())
                .update();
    }

    /** Locks both in one order, so that two who exchange places with each other do not wait for each other. */
    public void lock(Slot.Key one, Slot.Key other) {
        jdbc.sql("""
                        SELECT 1 FROM hall.slot
                        WHERE hall = :hall AND line = :line
                          AND (day = :oneDay AND starts = :oneStarts OR day = :otherDay AND starts = :otherStarts)
                        ORDER BY day, starts FOR UPDATE""")
                .param("hall", one.hall())
                .param("line", one.line())
                .param("oneDay", one.day())
                .param("oneStarts", one.starts())
                .param("otherDay", other.day())
                .param("otherStarts", other.starts())
                .query(Integer.class)
                .list();
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                new Slot.Key(
                        row.getString("hall"),
                        row.getString("line"),
                        row.getObject("day", LocalDate.class),
                        HallStore.time(row, "starts")),
                HallStore.time(row, "ends"),
                row.getInt("places"),
                row.getInt("booked"));
    }

    static <T, C> C[] each(List<T> rows, Function<T, C> column, IntFunction<C[]> array) {
        return rows.stream().map(column).toArray(array);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
