package org.tongqu.engines.statistics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.kernel.text.Label;

/**
 * One thing that is measured, period after period.
 *
 * @param code by which figures, tables and formulas name it, e.g. {@code retail_sales}
 * @param formula of an indicator that follows from others; empty for one that is reported
 */
public record Indicator(
        String code, Said said, Shape shape, Keeping keeping, Optional<Formula> formula, List<Check> checks) {

    public Indicator {
        checks = List.copyOf(checks);
    }

    /** Its words. @param meaning what is counted and what is not */
    public record Said(Label title, Label meaning, Label unit, Label basis) {}

    /** @param decimals how many places behind the point a figure has */
    public record Shape(Period.Kind every, Measure measure, int decimals, Spread spread) {}

    /**
     * Who answers for it.
     *
     * @param topic code of the file it is declared in
     * @param office kind of the organisation that reports, reviews and releases it
     * @param releasedAfter so many days after the end of the period it is to be released, unless another day is planned
     */
    public record Keeping(String topic, String office, int releasedAfter) {}

    /** What a figure of a period counts. */
    public enum Measure {
        /** What the period alone brought (当期). */
        AMOUNT,
        /** What the year brought until the end of the period (累计). */
        CUMULATIVE,
        /** What there is at its end (期末). */
        STOCK,
        /** A mean over the period, such as a concentration: changes by percent and is never added (平均). */
        MEAN,
        /** A share or a rate: two of them differ by points and are never added (比率). */
        RATE
    }

    /** Of which regions there are figures. */
    public enum Spread {
        WHOLE,
        /** Of the whole and of each region below it. */
        REGIONS
    }

    /** Whether figures of it can be added. */
    public boolean isAdded() {
        return shape.measure() != Measure.RATE && shape.measure() != Measure.MEAN;
    }

    public boolean isDerived() {
        return formula.isPresent();
    }

    /** Whether the figures of the regions make up that of the whole, so that a region has a share of it. */
    public boolean isShared() {
        return checks.stream().anyMatch(Check.RegionsSum.class::isInstance);
    }

    /** Those that make it up; empty where nothing is said of them. */
    public List<String> parts() {
        return checks.stream()
                .filter(Check.Parts.class::isInstance)
                .map(Check.Parts.class::cast)
                .flatMap(check -> check.of().stream())
                .toList();
    }

    /** Those its formula asks for. */
    public Set<String> inputs() {
        return formula.map(Formula::names).orElse(Set.of());
    }
}
