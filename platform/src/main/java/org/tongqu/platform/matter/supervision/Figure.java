package org.tongqu.platform.matter.supervision;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The value of an indicator.
 *
 * @param value empty where there is nothing to measure
 * @param hits how many rows count
 * @param population how many were looked at
 */
public record Figure(Indicator indicator, Optional<BigDecimal> value, long hits, long population) {}
