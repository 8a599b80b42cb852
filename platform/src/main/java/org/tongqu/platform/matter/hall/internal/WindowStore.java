package org.tongqu.platform.matter.hall.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.hall.ServiceWindow;
import org.tongqu.platform.trust.identity.SignedIn;

/** Who sits at which window today. Whoever forgot to close theirs yesterday does not sit there any more. */
@Repository
public class WindowStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    WindowStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private OffsetDateTime today() {
        return clock.instant()
                .atZone(WorkingCalendar.ZONE)
                .toLocalDate()
                .atStartOfDay(WorkingCalendar.ZONE)
                .toOffsetDateTime();
    }

    public boolean anyOpen(String hall) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM hall.service_window
                                       WHERE hall = ? AND state = 'open' AND since >= ?)""").params(hall, today()).query(Boolean.class).single();
    }

    public List<ServiceWindow> of(String hall) {
        return jdbc.sql("SELECT * FROM hall.service_window WHERE hall = ? ORDER BY number")
                .param(hall)
                .query(this::window)
                .list();
    }

    public Optional<ServiceWindow> ofClerk(String staff) {
        return jdbc.sql("SELECT * FROM hall.service_window WHERE clerk = ? AND since >= ?")
                .params(staff, today())
                .query(this::window)
                .optional();
    }

    /** As {@link #ofClerk}; the row's lock lets the acts at one window follow each other. */
    public Optional<ServiceWindow> lockOfClerk(String staff) {
        return jdbc.sql("SELECT * FROM hall.service_window WHERE clerk = ? AND since >= ? FOR UPDATE")
                .params(staff, today())
                .query(this::window)
                .optional();
    }

    public Optional<ServiceWindow> lock(String hall, int number) {
        return jdbc.sql("SELECT * FROM hall.service_window WHERE hall = ? AND number = ? FOR UPDATE")
                .params(hall, number)
                .query(this::window)
                .optional();
    }

    /** Sits down there, and nowhere else any more. */
    public ServiceWindow seat(ServiceWindow window, SignedIn.Officer officer, Instant now) {
        jdbc.sql("UPDATE hall.service_window SET state = 'closed', clerk = NULL, clerk_name = NULL WHERE clerk = ?")
                .param(officer.staff())
                .update();
        return jdbc.sql("""
                        UPDATE hall.service_window SET state = 'open', clerk = ?, clerk_name = ?, since = ?
                        WHERE hall = ? AND number = ? RETURNING *""")
                .params(officer.staff(), officer.name(), time(now), window.hall(), window.number())
                .query(this::window)
                .single();
    }

    public ServiceWindow put(ServiceWindow window, ServiceWindow.State state, Instant now) {
        return jdbc.sql("""
                        UPDATE hall.service_window SET state = :state, since = :now,
                            clerk = CASE WHEN :state = 'closed' THEN NULL ELSE clerk END,
                            clerk_name = CASE WHEN :state = 'closed' THEN NULL ELSE clerk_name END
                        WHERE hall = :hall AND number = :number RETURNING *""")
                .param("state", state.code())
                .param("now", time(now))
                .param("hall", window.hall())
                .param("number", window.number())
                .query(this::window)
                .single();
    }

    private ServiceWindow window(ResultSet row, int number) throws SQLException {
        var since = TicketStore.moment(row, "since");
        var seated = since.isPresent() && !since.get().isBefore(today().toInstant());
        var clerk = seated ? Optional.ofNullable(row.getString("clerk")) : Optional.<String>empty();
        var state = ServiceWindow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new ServiceWindow(
                row.getString("hall"),
                row.getInt("number"),
                HallStore.texts(row, "lines"),
                seated ? state : ServiceWindow.State.CLOSED,
                clerk.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ServiceWindow.Clerk(
                                clerk.get(), row.getString("clerk_name"), since.orElseThrow())));
    }
}
