package org.tongqu.engines.statistics;

import java.math.BigDecimal;
import java.util.List;

/** What a figure is held against before it is released. A tolerance is percent of the whole. */
public sealed interface Check {

    /** No figure lies outside. */
    record Range(BigDecimal from, BigDecimal to) implements Check {}

    /** The regions together are the whole. */
    record RegionsSum(BigDecimal tolerance) implements Check {}

    /** What grows over a year never falls in it. */
    record NeverFalls() implements Check {}

    /** Other indicators together are this one. */
    record Parts(List<String> of, BigDecimal tolerance) implements Check {
        public Parts {
            of = List.copyOf(of);
        }
    }

    /** From one year to the next it changes by at most so many percent, or points of a rate. */
    record Change(BigDecimal most) implements Check {}
}
