package org.tongqu.platform.data.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;

/** The newest released figure of an indicator for the whole. @param course the last ones, the oldest first */
public record Glance(Indicator indicator, Period period, BigDecimal value, Growth onYear, List<Double> course) {
    public Glance {
        course = List.copyOf(course);
    }
}
