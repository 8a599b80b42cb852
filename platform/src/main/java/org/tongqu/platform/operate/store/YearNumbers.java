package org.tongqu.platform.operate.store;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.time.WorkingCalendar;

/**
 * Numbers that begin anew each year, kept in a table of {@code year} and {@code last}. What is undone uses none; who takes
 * one holds the year until the transaction ends.
 */
public record YearNumbers(JdbcClient jdbc, String table) {

    /** A number and its year, e.g. {@code 2026-000042}. */
    public record Taken(int year, int number) {

        public static String written(int year, int number) {
            return String.format("%d-%06d", year, number);
        }

        @Override
        public String toString() {
            return written(year, number);
        }
    }

    /** Of the year it is where the government is. */
    public Taken next(Instant now) {
        return next(now.atZone(WorkingCalendar.ZONE).getYear());
    }

    /** So many at once, the first of which is told. */
    public Taken next(Instant now, int count) {
        var year = now.atZone(WorkingCalendar.ZONE).getYear();
        var last = jdbc.sql("INSERT INTO " + table + """
                         AS n (year, last) VALUES (:year, :count)
                        ON CONFLICT (year) DO UPDATE SET last = n.last + :count RETURNING last""")
                .param("year", year)
                .param("count", count)
                .query(Integer.class)
                .single();
        return new Taken(year, last - count + 1);
    }

    public Taken next(int year) {
        var number = jdbc.sql("INSERT INTO " + table + """
                         AS n (year, last) VALUES (?, 1)
                        ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING last""")
                .param(year)
                .query(Integer.class)
                .single();
        return new Taken(year, number);
    }
}
