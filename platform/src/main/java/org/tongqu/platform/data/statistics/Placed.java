package org.tongqu.platform.data.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A region beside the others.
 *
 * @param place counted from 1; equal figures share one
 * @param share of the whole, in percent; empty where regions are not added up, or the whole is not above nought
 */
public record Placed(String region, int place, BigDecimal value, Optional<BigDecimal> share, Growth onYear) {}
