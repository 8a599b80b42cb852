package org.tongqu.platform.data.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;

/** A line of the calendar of releases (发布日历). @param released when it first was */
public record Due(Indicator indicator, Period period, LocalDate day, Optional<Instant> released) {

    public boolean isOverdue(LocalDate today) {
        return released.isEmpty() && day.isBefore(today);
    }
}
