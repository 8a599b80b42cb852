package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.hall.ServiceWindow;
import org.tongqu.platform.matter.hall.Ticket;
import org.tongqu.platform.matter.hall.Wait;

/** Numbers and what became of their holders. */
@Repository
public class TicketStore {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the day; the lock on the day's count makes others wait, so none is left out or given twice. */
    public Ticket insert(String hall, String line, Optional<String> appointment, Instant now, Instant due) {
        return jdbc.sql("""
                        WITH next AS (
                            INSERT INTO hall.day_count AS c (hall, day, last) VALUES (:hall, :day, 1)
                            ON CONFLICT (hall, day) DO UPDATE SET last = c.last + 1
                            RETURNING hall, day, last)
                        INSERT INTO hall.ticket (hall, day, number, token, line, appointment, taken_at, due_at, state)
                        SELECT hall, day, last, :token, :line, CAST(:appointment AS uuid), :now, :due, 'waiting' FROM next
                        RETURNING *""")
                .param("hall", hall)
                .param("day", LocalDate.ofInstant(now, WorkingCalendar.ZONE))
                .param("token", token())
                .param("line", line)
                .param("appointment", appointment.orElse(null))
                .param("now", time(now))
                .param("due", time(due))
                .query(TicketStore::ticket)
                .single();
    }

    public Optional<Ticket> find(String token) {
        return jdbc.sql("SELECT * FROM hall.ticket WHERE token = ?")
                .param(token)
                .query(TicketStore::ticket)
                .optional();
    }

    public boolean leave(Ticket.Key key, Instant now) {
        return jdbc.sql("""
                                UPDATE hall.ticket SET state = 'left', ended_at = ?
                                WHERE hall = ? AND day = ? AND number = ? AND state = 'waiting'""")
                        .params(time(now), key.hall(), key.day(), key.number())
                        .update()
                == 1;
    }

    public List<Ticket> called(String hall, LocalDate day, int rows) {
        return jdbc.sql("""
                        SELECT * FROM hall.ticket WHERE hall = ? AND day = ? AND called_at IS NOT NULL
                          AND state IN ('called', 'serving')
                        ORDER BY called_at DESC, number LIMIT ?""").params(hall, day, rows).query(TicketStore::ticket).list();
    }

    public int waiting(String hall, LocalDate day) {
        return jdbc.sql("SELECT count(*) FROM hall.ticket WHERE hall = ? AND day = ? AND state = 'waiting'")
                .params(hall, day)
                .query(Integer.class)
                .single();
    }

    public Map<String, Integer> waiting(LocalDate day) {
        return counts(jdbc.sql("""
                        SELECT hall AS name, count(*) AS number FROM hall.ticket
                        WHERE day = ? AND state = 'waiting' GROUP BY hall""").params(day));
    }

    public Map<String, Integer> waitingByLine(String hall, LocalDate day) {
        return counts(jdbc.sql("""
                        SELECT line AS name, count(*) AS number FROM hall.ticket
                        WHERE hall = ? AND day = ? AND state = 'waiting' GROUP BY line""").params(hall, day));
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec asked) {
        var counts = new HashMap<String, Integer>();
        asked.query(row -> {
            counts.put(row.getString("name"), row.getInt("number"));
        });
        return counts;
    }

    public Wait wait(Ticket ticket, int usualMinutes) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM hall.ticket o
                                WHERE o.hall = :hall AND o.day = :day AND o.state = 'waiting'
                                  AND (o.due_at, o.number) < (:due, :number)
                                  AND EXISTS (SELECT 1 FROM hall.service_window w
                                              WHERE w.hall = o.hall AND w.state = 'open' AND w.since >= :today
                                                AND :line = ANY (w.lines) AND o.line = ANY (w.lines))) AS ahead,
                               (SELECT count(*) FROM hall.service_window w
                                WHERE w.hall = :hall AND w.state = 'open' AND w.since >= :today
                                  AND :line = ANY (w.lines)) AS windows,
                               (SELECT ceil(avg(extract(epoch FROM recent.ended_at - recent.started_at)) / 60)
                                FROM (SELECT ended_at, started_at FROM hall.ticket
                                      WHERE hall = :hall AND line = :line AND state = 'served'
                                      ORDER BY ended_at DESC LIMIT 20) recent) AS minutes""")
                .param("hall", ticket.key().hall())
                .param("day", ticket.key().day())
                .param("today", time(SlotStore.at(ticket.key().day(), LocalTime.MIDNIGHT)))
                .param("due", time(ticket.times().due()))
                .param("number", ticket.key().number())
                .param("line", ticket.line())
                .query((row, number) -> new Wait(
                        row.getInt("ahead"),
                        row.getInt("windows"),
                        Optional.ofNullable(row.getBigDecimal("minutes"))
                                .map(minutes -> Math.max(1, minutes.intValue()))
                                .orElse(usualMinutes)))
                .single();
    }

    /** Whom the window has called or is serving. */
    public Optional<Ticket> at(ServiceWindow window, LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM hall.ticket
                        WHERE hall = ? AND day = ? AND window_no = ? AND state IN ('called', 'serving')""")
                .params(window.hall(), day, window.number())
                .query(TicketStore::ticket)
                .optional();
    }

    /** Those the window may call, in the order in which it will. */
    public List<Ticket> waitingFor(ServiceWindow window, LocalDate day, int rows) {
        return jdbc.sql("""
                        SELECT * FROM hall.ticket
                        WHERE hall = ? AND day = ? AND state = 'waiting'
                          AND (target = ? OR target IS NULL AND line = ANY (?))
                        ORDER BY (target IS NULL), due_at, number LIMIT ?""")
                .params(window.hall(), day, window.number(), lines(window), rows)
                .query(TicketStore::ticket)
                .list();
    }

    /** Calls the next: those whom another window is just calling are skipped, not waited for. */
    public Optional<Ticket> callNext(ServiceWindow window, LocalDate day, Instant now) {
        return jdbc.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT number FROM hall.ticket
                            WHERE hall = :hall AND day = :day AND state = 'waiting'
                              AND (target = :window OR target IS NULL AND line = ANY (:lines))
                            ORDER BY (target IS NULL), due_at, number LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE hall.ticket t SET state = 'called', window_no = :window, called_at = :now, calls = 1
                        FROM next WHERE t.hall = :hall AND t.day = :day AND t.number = next.number
                        RETURNING t.*""")
                .param("hall", window.hall())
                .param("day", day)
                .param("window", window.number())
                .param("lines", lines(window))
                .param("now", time(now))
                .query(TicketStore::ticket)
                .optional();
    }

    public Ticket callAgain(Ticket ticket, Instant now) {
        return change(ticket, "called_at = :now, calls = calls + 1", now);
    }

    public Ticket start(Ticket ticket, Instant now) {
        return change(ticket, "state = 'serving', started_at = :now", now);
    }

    public Ticket finish(Ticket ticket, Instant now) {
        return change(ticket, "state = 'served', ended_at = :now", now);
    }

    public Ticket miss(Ticket ticket, Instant now) {
        return change(ticket, "state = 'missed', ended_at = :now", now);
    }

    /** Waits again, first in line at the other window; what was told there is not told to a queue. */
    public Ticket handOn(Ticket ticket, int window) {
        return jdbc.sql("""
                        UPDATE hall.ticket SET state = 'waiting', target = ?, window_no = NULL, started_at = NULL
                        WHERE hall = ? AND day = ? AND number = ? RETURNING *""")
                .params(
                        window,
                        ticket.key().hall(),
                        ticket.key().day(),
                        ticket.key().number())
                .query(TicketStore::ticket)
                .single();
    }

    private Ticket change(Ticket ticket, String what, Instant now) {
        return jdbc.sql("UPDATE hall.ticket SET " + what
                        + " WHERE hall = :hall AND day = :day AND number = :number RETURNING *")
                .param("now", time(now))
                .param("hall", ticket.key().hall())
                .param("day", ticket.key().day())
                .param("number", ticket.key().number())
                .query(TicketStore::ticket)
                .single();
    }

    private static String[] lines(ServiceWindow window) {
        return window.lines().stream().sorted().toArray(String[]::new);
    }

    private static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                new Ticket.Key(row.getString("hall"), row.getObject("day", LocalDate.class), row.getInt("number")),
                row.getString("token"),
                row.getString("line"),
                Optional.ofNullable(row.getObject("appointment", UUID.class)).map(UUID::toString),
                Ticket.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Ticket.Times(
                        moment(row, "taken_at").orElseThrow(),
                        moment(row, "due_at").orElseThrow(),
                        moment(row, "called_at"),
                        moment(row, "started_at"),
                        moment(row, "ended_at")),
                new Ticket.At(integer(row, "window_no"), integer(row, "target"), row.getInt("calls")));
    }

    private static Optional<Integer> integer(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
