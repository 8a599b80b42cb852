package org.tongqu.engines.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Finding.Kind;

/** Holds the figures of one period against what their indicator says of them. */
public final class Checking {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Indicator indicator;
    private final Period period;
    private final Regions regions;
    private final Figures figures;
    private final List<Finding> found = new ArrayList<>();

    private Checking(Indicator indicator, Period period, Regions regions, Figures figures) {
        this.indicator = indicator;
        this.period = period;
        this.regions = regions;
        this.figures = figures;
    }

    /** What is known of any indicator, region and period. */
    @FunctionalInterface
    public interface Figures {
        Optional<BigDecimal> find(String indicator, String region, Period period);
    }

    /** By check, then by region. */
    public static List<Finding> of(Indicator indicator, Period period, Regions regions, Figures figures) {
        var checking = new Checking(indicator, period, regions, figures);
        checking.missing();
        indicator.checks().forEach(checking::run);
        return List.copyOf(checking.found);
    }

    private Optional<BigDecimal> figure(String region, Period when) {
        return figures.find(indicator.code(), region, when);
    }

    private void missing() {
        for (var region : regions.of(indicator)) {
            if (figure(region, period).isEmpty()) {
                found.add(new Finding(Kind.MISSING, region, List.of()));
            }
        }
    }

    private void run(Check check) {
        switch (check) {
            case Check.Range(var from, var to) -> range(from, to);
            case Check.RegionsSum(var tolerance) -> regionsSum(tolerance);
            case Check.NeverFalls neverFalls -> neverFalls();
            case Check.Parts(var of, var tolerance) -> parts(of, tolerance);
            case Check.Change(var most) -> change(most);
        }
    }

    private void range(BigDecimal from, BigDecimal to) {
        for (var region : regions.of(indicator)) {
            figure(region, period)
                    .filter(value -> value.compareTo(from) < 0 || value.compareTo(to) > 0)
                    .ifPresent(value -> found.add(new Finding(Kind.RANGE, region, List.of(value, from, to))));
        }
    }

    /** Nothing is said while a region is missing: that is a finding of its own. */
    private void regionsSum(BigDecimal tolerance) {
        var parts =
                regions.parts().stream().map(region -> figure(region, period)).toList();
        compare(regions.whole(), parts, new Compared(Kind.REGIONS_SUM, tolerance));
    }

    private void parts(List<String> of, BigDecimal tolerance) {
        for (var region : regions.of(indicator)) {
            var parts =
                    of.stream().map(part -> figures.find(part, region, period)).toList();
            compare(region, parts, new Compared(Kind.PARTS, tolerance));
        }
    }

    private record Compared(Kind kind, BigDecimal tolerance) {}

    private void compare(String region, List<Optional<BigDecimal>> parts, Compared compared) {
        var whole = figure(region, period);
        if (whole.isEmpty() || parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        var sum = parts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        var allowed = whole.get().abs().multiply(compared.tolerance()).divide(HUNDRED, RoundingMode.HALF_UP);
        if (sum.subtract(whole.get()).abs().compareTo(allowed) > 0) {
            found.add(new Finding(compared.kind(), region, List.of(whole.get(), sum)));
        }
    }

    private void neverFalls() {
        var before = period.previous();
        if (before.from().getYear() != period.from().getYear()) {
            return;
        }
        for (var region : regions.of(indicator)) {
            both(region, before)
                    .filter(pair -> pair.getFirst().compareTo(pair.getLast()) < 0)
                    .ifPresent(pair -> found.add(new Finding(Kind.NEVER_FALLS, region, pair)));
        }
    }

    /** The change of what was nought or below cannot be said in percent and is not held against anything. */
    private void change(BigDecimal most) {
        for (var region : regions.of(indicator)) {
            both(region, new Period(period.kind(), period.from().minusYears(1)))
                    .filter(pair -> changed(pair.getFirst(), pair.getLast())
                            .filter(change -> change.abs().compareTo(most) > 0)
                            .isPresent())
                    .ifPresent(pair -> found.add(new Finding(
                            Kind.CHANGE,
                            region,
                            Stream.concat(pair.stream(), Stream.of(most)).toList())));
        }
    }

    private Optional<BigDecimal> changed(BigDecimal now, BigDecimal before) {
        var difference = now.subtract(before);
        if (indicator.shape().measure() == Indicator.Measure.RATE) {
            return Optional.of(difference);
        }
        return before.signum() > 0
                ? Optional.of(difference.multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private Optional<List<BigDecimal>> both(String region, Period before) {
        return figure(region, period).flatMap(now -> figure(region, before).map(then -> List.of(now, then)));
    }
}
