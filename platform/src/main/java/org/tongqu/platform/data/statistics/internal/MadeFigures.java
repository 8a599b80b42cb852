package org.tongqu.platform.data.statistics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.Indicator.Measure;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.engines.statistics.Regions;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;

/** Figures of a city that nobody lives in: they grow, have their seasons, and the regions make up the whole. */
final class MadeFigures {

    private static final double[] WEIGHTS = {0.21, 0.18, 0.15, 0.13, 0.11, 0.09, 0.07, 0.06};

    private final Regions regions;
    private final SplittableRandom random;
    private final LocalDate from;
    private final Map<Key, BigDecimal> made = new LinkedHashMap<>();

    /** @param from the first day there are figures of */
    MadeFigures(Regions regions, SplittableRandom random, LocalDate from) {
        this.regions = regions;
        this.random = random;
        this.from = from;
    }

    /** What an indicator is like. @param year of the whole in its first year. @param growth percent a year */
    record Seed(double year, double growth, double season, double noise, double revised) {
        static Seed of(List<String> row) {
            return new Seed(number(row, 1), number(row, 2), number(row, 3), number(row, 4), number(row, 5));
        }

        private static double number(List<String> row, int column) {
            return Double.parseDouble(row.get(column));
        }
    }

    Map<Key, BigDecimal> all() {
        return made;
    }

    /** Those that are reported, then those their parts make up, then those that follow from others. */
    void all(IndicatorBook book, Map<String, Seed> seeds, LocalDate until) {
        for (var indicator : book.all()) {
            Optional.ofNullable(seeds.get(indicator.code())).ifPresent(seed -> make(indicator, seed, until));
        }
        book.all().stream()
                .filter(indicator -> !indicator.parts().isEmpty())
                .forEach(indicator -> sum(indicator, until));
        book.following(seeds.keySet()).forEach(indicator -> derive(indicator, until));
    }

    private static List<Period> periods(Indicator indicator, LocalDate from, LocalDate until) {
        return Stream.iterate(
                        Period.of(indicator.shape().every(), from),
                        period -> !period.until().isAfter(until),
                        Period::next)
                .toList();
    }

    private void make(Indicator indicator, Seed seed, LocalDate until) {
        var sums = new HashMap<String, Double>();
        for (var period : periods(indicator, from, until)) {
            var whole = whole(indicator, seed, period);
            for (int place = 0; place < Math.max(1, regions.parts().size()); place++) {
                var region = isOfRegions(indicator) ? regions.parts().get(place) : regions.whole();
                var own = indicator.isAdded() && isOfRegions(indicator) && indicator.isShared()
                        ? whole * WEIGHTS[place % WEIGHTS.length]
                        : whole * (0.88 + 0.03 * place);
                var value = (isOfRegions(indicator) ? own : whole) * (1 + seed.noise() * (random.nextDouble() - 0.5));
                keep(indicator, region, period, added(indicator, sums, region, period, value));
            }
            if (isOfRegions(indicator)) {
                wholeOf(indicator, period, whole, sums);
            }
        }
    }

    private boolean isOfRegions(Indicator indicator) {
        return indicator.shape().spread() == Indicator.Spread.REGIONS
                && !regions.parts().isEmpty();
    }

    /** What the period alone is like in the whole. */
    private double whole(Indicator indicator, Seed seed, Period period) {
        double years = (period.from().toEpochDay() - from.toEpochDay()) / 365.25;
        double level = seed.year() * Math.pow(1 + seed.growth() / 100, years);
        double wave = Math.cos(2 * Math.PI * (period.from().getDayOfYear() - 15) / 365.0);
        var measure = indicator.shape().measure();
        if (measure == Measure.RATE || measure == Measure.MEAN) {
            return level + seed.season() * (indicator.code().startsWith("good") ? -wave : wave);
        }
        return measure == Measure.STOCK
                ? level * (1 + seed.season() * wave)
                : level / share(period) * (1 - seed.season() * wave);
    }

    private static int share(Period period) {
        return switch (period.kind()) {
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        };
    }

    private static double added(
            Indicator indicator, Map<String, Double> sums, String region, Period period, double value) {
        if (indicator.shape().measure() != Measure.CUMULATIVE) {
            return value;
        }
        double before = period.from().getMonthValue() == 1 ? 0 : sums.getOrDefault(region, 0.0);
        sums.put(region, before + value);
        return before + value;
    }

    private void wholeOf(Indicator indicator, Period period, double whole, Map<String, Double> sums) {
        if (indicator.isShared()) {
            var sum = regions.parts().stream()
                    .map(region -> made.getOrDefault(new Key(indicator.code(), region, period.from()), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            made.put(new Key(indicator.code(), regions.whole(), period.from()), sum);
        } else {
            keep(indicator, regions.whole(), period, added(indicator, sums, regions.whole(), period, whole));
        }
    }

    private void keep(Indicator indicator, String region, Period period, double value) {
        made.put(
                new Key(indicator.code(), region, period.from()),
                BigDecimal.valueOf(value).setScale(indicator.shape().decimals(), RoundingMode.HALF_UP));
    }

    /** An indicator that its parts make up. */
    private void sum(Indicator indicator, LocalDate until) {
        for (var period : periods(indicator, from, until)) {
            for (var region : regions.of(indicator)) {
                var sum = indicator.parts().stream()
                        .map(part -> made.getOrDefault(new Key(part, region, period.from()), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                made.put(new Key(indicator.code(), region, period.from()), sum);
            }
        }
    }

    /** An indicator that follows from others. */
    private void derive(Indicator indicator, LocalDate until) {
        var one = List.of(indicator);
        for (var period : periods(indicator, from, until)) {
            for (var region : regions.of(indicator)) {
                IndicatorBook.derive(one, code -> Optional.ofNullable(made.get(new Key(code, region, period.from()))))
                        .forEach((code, value) -> made.put(new Key(code, region, period.from()), value));
            }
        }
    }
}
