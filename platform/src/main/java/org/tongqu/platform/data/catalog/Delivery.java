package org.tongqu.platform.data.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
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

    /** By when the next one is expected; a source that brings things up to date irregularly is never late. */
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
        return ZonedDateTime.ofInstant(at, WorkingCalendar.ZONE).plus(period).toInstant();
    }

    /** How fresh it is at a moment: on time, late by less than half a cycle, or stale. */
    public Freshness freshness(Cycle cycle, Instant now) {
        var due = nextBy(cycle);
        if (due.isEmpty()) {
            return Freshness.UNBOUND;
        }
        if (!now.isAfter(due.get())) {
            return Freshness.FRESH;
        }
        var grace = Duration.between(at, due.get()).dividedBy(2);
        return now.isAfter(due.get().plus(grace)) ? Freshness.STALE : Freshness.DUE;
    }

    public enum Freshness implements Coded {
        FRESH,
        /** Expected and not here yet. */
        DUE,
        STALE,
        /** Nobody said by when. */
        UNBOUND
    }
}
