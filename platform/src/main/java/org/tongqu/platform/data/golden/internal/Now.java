package org.tongqu.platform.data.golden.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.tongqu.kernel.time.WorkingCalendar;

/** The moment of an act and its day. */
record Now(Instant at, LocalDate today) {

    static Now of(Clock clock) {
        return at(clock.instant());
    }

    static Now at(Instant at) {
        return new Now(at, LocalDate.ofInstant(at, WorkingCalendar.ZONE));
    }

    /** The first moment after a day. */
    static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
