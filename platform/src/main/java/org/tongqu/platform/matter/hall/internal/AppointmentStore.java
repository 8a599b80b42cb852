package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.hall.Appointment;
import org.tongqu.platform.matter.hall.Slot;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;

/** Appointments. Every statement that is not the hall's own names the account: somebody else's is not there. */
@Repository
public class AppointmentStore {

    /** How many of one's own are shown; nobody has more that matter. */
    private static final int MOST = 50;

    private static final int CODES = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Appointment> of(String account) {
        return jdbc.sql("SELECT * FROM hall.appointment WHERE account = ? ORDER BY ends_at DESC, id LIMIT ?")
                .params(account, MOST)
                .query(AppointmentStore::appointment)
                .list();
    }

    public Optional<Appointment> find(String account, UUID id) {
        return jdbc.sql("SELECT * FROM hall.appointment WHERE id = ? AND account = ?")
                .params(id, account)
                .query(AppointmentStore::appointment)
                .optional();
    }

    public Optional<Appointment> lock(String account, UUID id) {
        return jdbc.sql("SELECT * FROM hall.appointment WHERE id = ? AND account = ? FOR UPDATE")
                .params(id, account)
                .query(AppointmentStore::appointment)
                .optional();
    }

    /** When the appointments ended to which the person did not come, the earliest first. */
    public List<Instant> missed(String account, Instant since, Instant now) {
        return jdbc.sql("""
                        SELECT ends_at FROM hall.appointment
                        WHERE account = ? AND state = 'booked' AND ends_at > ? AND ends_at < ? ORDER BY ends_at""")
                .params(account, time(since), time(now))
                .query((row, number) -> instant(row, "ends_at"))
                .list();
    }

    public Appointment insert(Citizen who, Slot.Key slot, LocalTime ends, Instant now) {
        return jdbc.sql("""
                        INSERT INTO hall.appointment (id, hall, line, day, starts, ends, ends_at, account, name, code,
                            state, version, booked_at, changed_at)
                        VALUES (:id, :hall, :line, :day, :starts, :ends, :endsAt, :account, :name, :code,
                            'booked', 1, :now, :now) RETURNING *""")
                .param("id", UUID.randomUUID())
                .param("hall", slot.hall())
                .param("line", slot.line())
                .param("day", slot.day())
                .param("starts", slot.starts())
                .param("ends", ends)
                .param("endsAt", time(SlotStore.at(slot.day(), ends)))
                .param("account", who.account())
                .param("name", who.name())
                .param("code", code(RANDOM.nextInt(CODES)))
                .param("now", time(now))
                .query(AppointmentStore::appointment)
                .single();
    }

    public Appointment move(Appointment own, Slot.Key to, LocalTime ends, Instant now) {
        return jdbc.sql("""
                        UPDATE hall.appointment SET day = :day, starts = :starts, ends = :ends, ends_at = :endsAt,
                            code = :code, version = version + 1, changed_at = :now
                        WHERE id = :id RETURNING *""")
                .param("day", to.day())
                .param("starts", to.starts())
                .param("ends", ends)
                .param("endsAt", time(SlotStore.at(to.day(), ends)))
                .param("code", code(RANDOM.nextInt(CODES)))
                .param("now", time(now))
                .param("id", UUID.fromString(own.id()))
                .query(AppointmentStore::appointment)
                .single();
    }

    public Appointment cancel(Appointment own, Instant now) {
        return jdbc.sql("""
                        UPDATE hall.appointment SET state = 'cancelled', version = version + 1, changed_at = ?
                        WHERE id = ? RETURNING *""")
                .params(time(now), UUID.fromString(own.id()))
                .query(AppointmentStore::appointment)
                .single();
    }

    /** Cancels what is booked in the hall for that day and later and gives the places back, the next appointment first. */
    public List<Appointment> cancelFrom(String hall, LocalDate day, Instant now) {
        return jdbc.sql("""
                        WITH gone AS (
                            UPDATE hall.appointment
                            SET state = 'cancelled', version = version + 1, changed_at = :now
                            WHERE hall = :hall AND state = 'booked' AND ends_at > :now AND day >= :day
                            RETURNING *),
                        freed AS (
                            UPDATE hall.slot s SET booked = s.booked - g.people
                            FROM (SELECT line, day, starts, count(*) AS people FROM gone GROUP BY 1, 2, 3) g
                            WHERE s.hall = :hall AND s.line = g.line AND s.day = g.day AND s.starts = g.starts)
                        SELECT * FROM gone ORDER BY ends_at, id""")
                .param("hall", hall)
                .param("day", day)
                .param("now", time(now))
                .query(AppointmentStore::appointment)
                .list();
    }

    /** The appointment of this code in this hall on this day, locked, if nobody came with it yet. */
    Optional<Appointment> arriving(String hall, LocalDate day, String code) {
        return jdbc.sql("""
                        SELECT * FROM hall.appointment
                        WHERE hall = ? AND day = ? AND code = ? AND state = 'booked' FOR UPDATE""")
                .params(hall, day, code)
                .query(AppointmentStore::appointment)
                .optional();
    }

    void arrive(Appointment appointment, Instant now) {
        jdbc.sql("UPDATE hall.appointment SET state = 'arrived', version = version + 1, changed_at = ? WHERE id = ?")
                .params(time(now), UUID.fromString(appointment.id()))
                .update();
    }

    static String code(int number) {
        return String.format(Locale.ROOT, "%08d", number);
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getString("id"),
                new Slot.Key(
                        row.getString("hall"),
                        row.getString("line"),
                        row.getObject("day", LocalDate.class),
                        HallStore.time(row, "starts")),
                HallStore.time(row, "ends"),
                instant(row, "ends_at"),
                new Appointment.Holder(row.getString("account"), row.getString("name")),
                row.getString("code"),
                Appointment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }
}
