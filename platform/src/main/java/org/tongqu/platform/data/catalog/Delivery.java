package org.tongqu.platform.data.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Description.Cycle;

/**
 * What last came of a resource.
 *
 * @param rows how many came, those that were refused too
 * @param refused how many broke a rule of quality
 * @param sample a few of them, each by field
 */
public record Delivery(Instant at, long rows, long refused, List<Map<String, String>> sample) {

    private static final long WHOLE = 10_000;
    private static final int LAST_TENTH = 10;

    public Delivery {
        sample = sample.stream().map(Map::copyOf).toList();
    }

    public Delivery with(List<Map<String, String>> otherSample) {
        return new Delivery(at, rows, refused, otherSample);
    }

    /** The share of what came that was right, in hundredths of a percent; nothing is said of nothing. */
    public Optional<Long> accuracy() {
        return rows == 0 ? Optional.empty() : Optional.of((rows - refused) * WHOLE / rows);
    }

    /**
     * The first instant at which the next one is too late: days are counted to their end. A source that brings things up to
     * date irregularly is never late.
     */
    public Optional<Instant> nextBy(Cycle cycle) {
        return switch (cycle) {
            case REALTIME -> Optional.of(at.plus(Duration.ofHours(1)));
            case DAILY -> Optional.of(after(Period.ofDays(1)));
            case WEEKLY -> Optional.of(after(Period.ofWeeks(1)));
            case MONTHLY -> Optional.of(after(Period.ofMonths(1)));
            case QUARTERLY -> Optional.of(after(Period.ofMonths(3)));
            case YEARLY -> Optional.of(after(Period.ofYears(1)));
            case IRREGULAR -> Optional.empty();
        };
    }

    private Instant after(Period period) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE)
                .plus(period)
                .plusDays(1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant();
    }

    /** From when on it is nearly too late: the last tenth of the time. */
    public Optional<Instant> warnFrom(Cycle cycle) {
        return nextBy(cycle).map(due -> due.minus(Duration.between(at, due).dividedBy(LAST_TENTH)));
    }

    /** How fresh it is at a moment. */
    public Freshness freshness(Cycle cycle, Instant now) {
        return nextBy(cycle)
                .map(due -> Freshness.of(warnFrom(cycle).orElse(due), due, now))
                .orElse(Freshness.UNBOUND);
    }

    public enum Freshness implements Coded {
        FRESH,
        /** Nearly too late. */
        DUE,
        STALE,
        /** Nobody said by when. */
        UNBOUND;

        static Freshness of(Instant warnAt, Instant dueAt, Instant now) {
            if (now.isBefore(warnAt)) {
                return FRESH;
            }
            return now.isBefore(dueAt) ? DUE : STALE;
        }
    }
}
