package org.tongqu.platform.matter.supervision;

import java.util.Locale;

/**
 * A figure the supervision page shows. Its formula in words stands in the texts of supervision under {@code
 * indicator.<key>.formula}; the conditions here make the figure and the rows behind it, so that the two cannot differ.
 *
 * <p>The table is {@code c}; {@code :from}, {@code :until} and {@code :now} are bound.
 */
public enum Indicator {
    /** Ended in time, of all that ended in the period. */
    ON_TIME(Unit.PERCENT, endedInPeriod(), "c.on_time"),
    /** Working time from start to end in natural days, stops left out, of all that ended in the period. */
    AVERAGE_DAYS(Unit.DAYS, endedInPeriod(), "true"),
    /** Ended too late in the period. */
    ENDED_LATE(Unit.COUNT, endedInPeriod(), "NOT c.on_time"),
    /** Open and overdue now. */
    OVERDUE_NOW(Unit.COUNT, "c.state <> 'ENDED'", "c.state = 'RUNNING' AND c.due_at <= :now"),
    /** Open and in the yellow now. */
    WARNED_NOW(Unit.COUNT, "c.state <> 'ENDED'", "c.state = 'RUNNING' AND c.warn_at <= :now AND c.due_at > :now"),
    /** Stopped now, while the applicant puts something right. */
    STOPPED_NOW(Unit.COUNT, "c.state <> 'ENDED'", "c.state = 'STOPPED'");

    /** What the figure is counted in. */
    public enum Unit {
        PERCENT,
        DAYS,
        COUNT
    }

    private final Unit unit;
    private final String population;
    private final String hit;

    Indicator(Unit unit, String population, String hit) {
        this.unit = unit;
        this.population = population;
        this.hit = hit;
    }

    private static String endedInPeriod() {
        return "c.state = 'ENDED' AND c.ended_at >= :from AND c.ended_at < :until";
    }

    public Unit unit() {
        return unit;
    }

    /** By which its texts are found, e.g. {@code on-time}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** SQL: which clocks are looked at. */
    public String population() {
        return population;
    }

    /** SQL: which of them count. */
    public String hit() {
        return hit;
    }
}
