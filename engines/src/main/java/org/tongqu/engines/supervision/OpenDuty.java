package org.tongqu.engines.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;

/**
 * Something an office owes by a day, that is no clock of a case.
 *
 * @param kind what is owed, e.g. {@code rating}
 * @param since when it began to be owed
 * @param warnAt from when it is shown in yellow, where whoever owes it knows better than the rule
 * @param dueAt the first instant that is too late
 */
public record OpenDuty(String kind, Instant since, Optional<Instant> warnAt, Instant dueAt) {

    /** From when it is shown in yellow: as it says itself, else as the rule says, else from its limit on. */
    Instant warnAt(Optional<Limit> left, WorkingCalendar calendar) {
        return warnAt.or(() -> left.map(limit -> inTheLast(limit, calendar))).orElse(dueAt);
    }

    /**
     * When only so many days are left, the last one counted. Never before it began; where the calendar does not know a
     * year, natural days are counted.
     */
    private Instant inTheLast(Limit left, WorkingCalendar calendar) {
        var last = dueAt.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate();
        var day = last;
        for (int counted = counts(left, last, calendar); counted < left.amount(); ) {
            day = day.minusDays(1);
            counted += counts(left, day, calendar);
        }
        var warn = day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
        return warn.isBefore(since) ? since : warn;
    }

    private static int counts(Limit left, LocalDate day, WorkingCalendar calendar) {
        if (left.unit() != Limit.Unit.WORKING_DAYS) {
            return 1;
        }
        return calendar.isWorkingDay(day) instanceof Outcome.Done<Boolean, ?>(var works) && !works ? 0 : 1;
    }
}
