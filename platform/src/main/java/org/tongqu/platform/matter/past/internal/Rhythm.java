package org.tongqu.platform.matter.past.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tongqu.kernel.time.WorkingCalendar;

/** When people apply and when offices work. */
record Rhythm(WorkingCalendar calendar) {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** More in the weeks after the Spring Festival and in autumn, few in February. */
    private static final double[] MONTHS = {0.8, 0.55, 1.25, 1.15, 1.0, 1.0, 0.95, 0.9, 1.2, 1.05, 1.1, 0.95};

    private static final double[] WEEKDAYS = {1.25, 1.1, 1.0, 0.95, 0.85, 0.35, 0.3};

    /** How many of the total arrive on each day of the period. */
    List<Integer> arrivals(LocalDate from, LocalDate until, int total, SplittableRandom random) {
        var weights = new ArrayList<Double>();
        double sum = 0;
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            var weight = MONTHS[day.getMonthValue() - 1]
                    * WEEKDAYS[isWorkingDay(day) ? Math.min(day.getDayOfWeek().getValue(), 5) - 1 : 6]
                    * (0.8 + 0.4 * random.nextDouble());
            weights.add(weight);
            sum += weight;
        }
        var counts = new ArrayList<Integer>();
        double owed = 0;
        for (var weight : weights) {
            owed += weight / sum * total;
            int count = (int) owed;
            owed -= count;
            counts.add(count);
        }
        counts.set(counts.size() - 1, counts.getLast() + (int) Math.round(owed));
        return counts;
    }

    /** A time at which somebody applies: mostly in the day, also in the evening. */
    Instant arrival(LocalDate day, SplittableRandom random) {
        double hour = random.nextInt(10) < 8 ? 8.5 + 9 * random.nextDouble() : 17.5 + 5 * random.nextDouble();
        return day.atStartOfDay(WorkingCalendar.ZONE)
                .plusSeconds((long) (hour * 3600))
                .toInstant();
    }

    /** When an office has spent so many of its hours on it. */
    Instant afterOfficeHours(Instant from, double hours) {
        var at = from.atZone(WorkingCalendar.ZONE);
        var left = Duration.ofMillis((long) (hours * 3_600_000));
        while (true) {
            if (!isWorkingDay(at.toLocalDate()) || !at.toLocalTime().isBefore(CLOSES)) {
                at = at.toLocalDate().plusDays(1).atTime(OPENS).atZone(WorkingCalendar.ZONE);
                continue;
            }
            if (at.toLocalTime().isBefore(OPENS)) {
                at = at.with(OPENS);
            }
            var today = Duration.between(at, at.with(CLOSES));
            if (left.compareTo(today) < 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = nextDay(at);
        }
    }

    private static ZonedDateTime nextDay(ZonedDateTime at) {
        return at.toLocalDate().plusDays(1).atTime(OPENS).atZone(WorkingCalendar.ZONE);
    }

    /** How long an office takes: mostly some hours, now and then much longer. */
    static double officeHours(double usual, SplittableRandom random) {
        return usual * Math.min(4, -Math.log(1 - random.nextDouble()));
    }

    boolean isWorkingDay(LocalDate day) {
        return calendar.isWorkingDay(day).fold(works -> works, silent -> false);
    }
}
