package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.hall.Slot;

/** What people booked in a hall and what they wait for there: what nobody may take away under them. */
@Repository
public class HallUses {

    private final JdbcClient jdbc;

    HallUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A slot ahead with how many will come. */
    public record Expected(Slot.Key slot, int people) {}

    /**
     * Tickets of today that are not served yet.
     *
     * @param window at which they are called or served, or to which they were handed on; none when any may call them
     */
    public record Open(String line, Optional<Integer> window, int tickets) {}

    public List<Expected> expected(String hall, Instant now) {
        return jdbc.sql("""
                        SELECT line, day, starts, count(*) AS people FROM hall.appointment
                        WHERE hall = ? AND state = 'booked' AND ends_at > ?
                        GROUP BY line, day, starts ORDER BY day, starts, line""")
                .params(hall, time(now))
                .query((row, number) -> new Expected(
                        new Slot.Key(
                                hall,
                                row.getString("line"),
                                row.getObject("day", LocalDate.class),
                                HallStore.time(row, "starts")),
                        row.getInt("people")))
                .list();
    }

    public List<Open> open(String hall, LocalDate today) {
        return jdbc.sql("""
                        SELECT line, CASE WHEN state = 'waiting' THEN target ELSE window_no END AS at, count(*) AS tickets
                        FROM hall.ticket WHERE hall = ? AND day = ? AND state IN ('waiting', 'called', 'serving')
                        GROUP BY 1, 2 ORDER BY 1, 2""")
                .params(hall, today)
                .query((row, number) -> new Open(
                        row.getString("line"),
                        Optional.ofNullable(row.getObject("at", Integer.class)),
                        row.getInt("tickets")))
                .list();
    }
}
