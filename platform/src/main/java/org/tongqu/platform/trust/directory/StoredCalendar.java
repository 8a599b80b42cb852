package org.tongqu.platform.trust.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.trust.directory.internal.Calendars;

/** The calendar of a store that somebody else runs; for commands, which have no platform of their own. */
public final class StoredCalendar {

    private StoredCalendar() {}

    public static WorkingCalendar of(JdbcClient store) {
        return Calendars.read(store);
    }
}
