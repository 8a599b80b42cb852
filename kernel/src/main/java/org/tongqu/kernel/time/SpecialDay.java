package org.tongqu.kernel.time;

import java.time.LocalDate;

/**
 * A day on which the week's rhythm does not hold.
 *
 * @param name the holiday it belongs to, also for the day that makes up for it, e.g. {@code 国庆节}
 */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    public enum Kind {
        /** A day off, even from Monday to Friday. */
        HOLIDAY,
        /** A Saturday or Sunday on which offices work (调休上班). */
        WORKDAY
    }
}
