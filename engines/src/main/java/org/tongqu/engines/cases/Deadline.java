package org.tongqu.engines.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.YearWithoutData;

/**
 * When a limit ends, when it is shown in yellow, and by which table of working days that was found.
 *
 * <p>One rule for limits in days: <em>a day is used only when the clock ran through the whole of it.</em> The days on
 * which it starts, stops and resumes are not used, be they working days or not. So with {@code n} days the limit ends
 * with the n-th (working) day after the start; after a stop, what is left ends with the k-th day after the resumption,
 * {@code k} being {@code n} less the days used before. Stopping and resuming on one day therefore never takes time away
 * from the office, and gives it at most that day. What was overdue when it stopped stays overdue.
 *
 * <p>Limits in hours are used by time, exactly.
 *
 * @param dueAt the first instant that is too late
 * @param warnAt from the morning of the day in which the given share of the limit is passed, at the latest from the
 *     morning of the last day; never after {@code dueAt}
 * @param edition of the calendar that speaks about these days, which need not be its newest; empty for hours, which no
 *     table counts
 */
record Deadline(Instant dueAt, Instant warnAt, String edition) {

    private static final int HUNDRED = 100;

    /** The deadline of a limit of which something is spent and that runs from {@code since} on. */
    static Outcome<Deadline, YearWithoutData> of(
            Limit limit, int warnPercent, Spent spent, Instant since, WorkingCalendar calendar) {
        if (limit.unit() == Limit.Unit.HOURS) {
            return Outcome.done(hours(limit, warnPercent, spent, since));
        }
        var left = new Limit(Math.max(0, limit.amount() - spent.days()), limit.unit());
        return left.dueAfter(since, calendar)
                .then(due -> warning(limit, warnPercent, spent, since, calendar).map(warn -> between(since, warn, due)))
                .map(found -> new Deadline(found.dueAt, found.warnAt, edition(since, found.dueAt, calendar)));
    }

    private static String edition(Instant since, Instant due, WorkingCalendar calendar) {
        return calendar.editionBetween(day(since), day(due.minusNanos(1)));
    }

    /** Whether both say the same times, by whatever table. */
    boolean agreesWith(Instant due, Instant warn) {
        return dueAt.equals(due) && warnAt.equals(warn);
    }

    /** What a clock that ran from {@code since} to {@code now} used of a limit. */
    static Outcome<Spent, YearWithoutData> spent(Limit limit, Instant since, Instant now, WorkingCalendar calendar) {
        var first = day(since);
        var lastWhole = day(now).minusDays(1);
        return switch (limit.unit()) {
            case HOURS -> Outcome.done(new Spent(0, positive(Duration.between(since, now))));
            case NATURAL_DAYS ->
                Outcome.done(new Spent((int) Math.max(0, lastWhole.toEpochDay() - first.toEpochDay()), Duration.ZERO));
            case WORKING_DAYS ->
                lastWhole.isAfter(first)
                        ? calendar.workingDaysBetween(first, lastWhole).map(days -> new Spent(days, Duration.ZERO))
                        : Outcome.done(Spent.NOTHING);
        };
    }

    private static Deadline hours(Limit limit, int warnPercent, Spent spent, Instant since) {
        var whole = Duration.ofHours(limit.amount());
        var left = positive(whole.minus(spent.time()));
        var untilWarning = whole.multipliedBy(warnPercent).dividedBy(HUNDRED).minus(spent.time());
        return between(since, since.plus(untilWarning), since.plus(left));
    }

    private static Outcome<Instant, YearWithoutData> warning(
            Limit limit, int warnPercent, Spent spent, Instant since, WorkingCalendar calendar) {
        var yellowDay = Math.min(limit.amount(), limit.amount() * warnPercent / HUNDRED + 1) - spent.days();
        if (yellowDay <= 0) {
            return Outcome.done(since);
        }
        var day = day(since);
        return limit.unit() == Limit.Unit.WORKING_DAYS
                ? calendar.plusWorkingDays(day, yellowDay).map(Deadline::morning)
                : Outcome.done(morning(day.plusDays(yellowDay)));
    }

    private static Deadline between(Instant since, Instant warn, Instant due) {
        var notBefore = warn.isBefore(since) ? since : warn;
        return new Deadline(due, notBefore.isAfter(due) ? due : notBefore, "");
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
