package org.tongqu.platform.data.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;

/**
 * A figure in its course.
 *
 * @param alone what the period alone brought: of a cumulative figure the difference to the period before, otherwise the
 *     figure itself; empty where the period before is not known
 * @param onYear against the same period of the year before (同比)
 * @param onPeriod what the period alone brought against the period before (环比)
 * @param index what the period alone brought when the base period is 100; empty where there is no base above nought
 */
public record Point(
        Period period,
        BigDecimal value,
        int version,
        Optional<BigDecimal> alone,
        Growth onYear,
        Growth onPeriod,
        Optional<BigDecimal> index) {}
