package org.tongqu.platform.trust.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.SpecialDay;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.WorkingCalendarTable;
import org.tongqu.platform.trust.directory.CalendarImported;
import org.tongqu.platform.trust.directory.CalendarRefusal;

/** The editions of the calendar; the one that counts is kept in memory and looked up again after {@link #FRESH}. */
@Component
public class Calendars {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Known known;

    Calendars(JdbcClient sql, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    private record Known(WorkingCalendar calendar, Instant until) {}

    public WorkingCalendar current() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.until())) {
            return last.calendar();
        }
        var newest = newestEdition();
        var calendar = last != null && last.calendar().edition().equals(newest) ? last.calendar() : read(sql, newest);
        known = new Known(calendar, now.plus(FRESH));
        return calendar;
    }

    @Transactional
    public Outcome<CalendarImported, CalendarRefusal> importTable(String table, String source, String by) {
        return WorkingCalendarTable.parse(table)
                .<CalendarRefusal>mapRefusal(CalendarRefusal.Unreadable::new)
                .then(calendar -> store(calendar, source, by));
    }

    private Outcome<CalendarImported, CalendarRefusal> store(WorkingCalendar calendar, String source, String by) {
        var added = sql.sql("""
                INSERT INTO directory.calendar_edition (edition, source, imported_by, imported_at)
                VALUES (:edition, :source, :by, :now) ON CONFLICT (edition) DO NOTHING
                """)
                .param("edition", calendar.edition())
                .param("source", source)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return Outcome.refused(new CalendarRefusal.EditionExists(calendar.edition()));
        }
        sql.sql("INSERT INTO directory.calendar_year (edition, year) SELECT ?, unnest(?)")
                .param(calendar.edition())
                .param(calendar.years().toArray(Integer[]::new))
                .update();
        var days = calendar.days();
        sql.sql("""
                INSERT INTO directory.calendar_day (edition, day, kind, name)
                SELECT ?, * FROM unnest(?::date[], ?::text[], ?::text[])
                """)
                .param(calendar.edition())
                .param(days.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param(days.stream()
                        .map(day -> day.kind().name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new))
                .param(days.stream().map(SpecialDay::name).toArray(String[]::new))
                .update();
        AfterCommit.run(() -> known = null);
        var imported = new CalendarImported(calendar.edition(), calendar.years(), by);
        events.publishEvent(imported);
        return Outcome.done(imported);
    }

    boolean isEmpty() {
        return newestEdition().isEmpty();
    }

    /** The one that counts in a store, for whoever reads it without a platform. */
    public static WorkingCalendar read(JdbcClient sql) {
        return read(sql, newestEdition(sql));
    }

    private String newestEdition() {
        return newestEdition(sql);
    }

    private static String newestEdition(JdbcClient sql) {
        return sql.sql("SELECT edition FROM directory.calendar_edition ORDER BY ordinal DESC LIMIT 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static WorkingCalendar read(JdbcClient sql, String newest) {
        var years = new HashMap<Integer, String>();
        sql.sql("""
                SELECT DISTINCT ON (y.year) y.year, y.edition
                  FROM directory.calendar_year y JOIN directory.calendar_edition e USING (edition)
                 ORDER BY y.year, e.ordinal DESC
                """).query(row -> {
            years.put(row.getInt("year"), row.getString("edition"));
        });
        var days = sql.sql("""
                SELECT d.day, d.kind, d.name
                  FROM (SELECT DISTINCT ON (y.year) y.year, y.edition
                          FROM directory.calendar_year y JOIN directory.calendar_edition e USING (edition)
                         ORDER BY y.year, e.ordinal DESC) counts
                  JOIN directory.calendar_day d
                    ON d.edition = counts.edition AND extract(year FROM d.day) = counts.year
                """).query((row, number) -> day(row)).list();
        return WorkingCalendar.joined(newest, years, days);
    }

    private static SpecialDay day(ResultSet row) throws SQLException {
        return new SpecialDay(
                row.getObject("day", LocalDate.class),
                SpecialDay.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"));
    }
}
