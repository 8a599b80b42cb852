package org.tongqu.engines.cases.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.YearWithoutData;

/**
 * The time somebody took, from another start: as many working days, at the same time of the day. From the same start it
 * is the same instant.
 */
record Shift(WorkingCalendar calendar) {

    Outcome<Instant, YearWithoutData> of(Instant observed, Instant since, Instant from) {
        if (since.equals(from)) {
            return Outcome.done(observed);
        }
        return calendar.workingDaysBetween(day(since), day(observed))
                .then(days -> calendar.plusWorkingDays(day(from), Math.max(0, days)))
                .map(day -> atTimeOf(observed, day))
                .map(at -> at.isBefore(from) ? from.plus(positive(Duration.between(since, observed))) : at);
    }

    private static Instant atTimeOf(Instant observed, LocalDate day) {
        return day.atTime(observed.atZone(WorkingCalendar.ZONE).toLocalTime())
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
