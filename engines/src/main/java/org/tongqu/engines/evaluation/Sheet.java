package org.tongqu.engines.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.evaluation.Indicator.Kind;

/**
 * The scores of one subject.
 *
 * @param total of a hundred, with what is added and taken off; nothing where no weighted indicator has a value
 */
public record Sheet(List<Score> scores, Optional<BigDecimal> total) {

    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Sheet {
        scores = List.copyOf(scores);
    }

    /**
     * @param value nothing where there was nothing to measure; then it does not count
     * @param points between nought and the most there are
     */
    public record Score(Indicator indicator, Optional<BigDecimal> value, Optional<BigDecimal> points) {}

    /** @param amounts by measure; what is not there is nought */
    public static Sheet of(List<Indicator> indicators, Map<String, BigDecimal> amounts) {
        var scores =
                indicators.stream().map(indicator -> score(indicator, amounts)).toList();
        return of(scores);
    }

    /** With the total that follows from these scores. */
    public static Sheet of(List<Score> scores) {
        return new Sheet(scores, total(scores));
    }

    private static Score score(Indicator indicator, Map<String, BigDecimal> amounts) {
        var asked = new LinkedHashMap<String, BigDecimal>();
        indicator.measures().forEach(measure -> asked.put(measure, amounts.getOrDefault(measure, BigDecimal.ZERO)));
        var value = indicator.formulas().value().of(asked).map(Sheet::rounded);
        return new Score(indicator, value, value.flatMap(known -> points(indicator, known)));
    }

    private static Optional<BigDecimal> points(Indicator indicator, BigDecimal value) {
        var full = indicator.formulas().full();
        return indicator
                .formulas()
                .points()
                .of(Map.of(Indicator.VALUE, value, Indicator.FULL, full))
                .map(points -> rounded(points.max(BigDecimal.ZERO).min(full)));
    }

    private static Optional<BigDecimal> total(List<Score> scores) {
        var weighted = BigDecimal.ZERO;
        var beside = BigDecimal.ZERO;
        for (var score : scores) {
            if (score.points().isEmpty()) {
                continue;
            }
            var points = score.points().get();
            var formulas = score.indicator().formulas();
            switch (score.indicator().kind()) {
                case SCORED ->
                    weighted = weighted.add(points.multiply(formulas.weight())
                            .multiply(HUNDRED)
                            .divide(formulas.full(), 10, RoundingMode.HALF_UP));
                case BONUS -> beside = beside.add(points);
                case MALUS -> beside = beside.subtract(points);
            }
        }
        var weights = weights(scores);
        return weights.signum() == 0
                ? Optional.empty()
                : Optional.of(rounded(weighted.divide(weights, 10, RoundingMode.HALF_UP)
                        .add(beside)
                        .max(BigDecimal.ZERO)));
    }

    /** How many weighted indicators have a value. */
    public int counted() {
        return (int) weighted(scores).count();
    }

    /** Of the weighted indicators that have a value. */
    private static BigDecimal weights(List<Score> scores) {
        return weighted(scores)
                .map(score -> score.indicator().formulas().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Score> weighted(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.points().isPresent() && score.indicator().kind() == Kind.SCORED);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** How much of the total a weighted indicator brought; what a bonus adds and a malus takes off. */
    public Optional<BigDecimal> share(Score score) {
        if (score.indicator().kind() != Kind.SCORED) {
            return score.points();
        }
        var weights = weights(scores);
        var formulas = score.indicator().formulas();
        return score.points()
                .map(points -> points.multiply(formulas.weight())
                        .multiply(HUNDRED)
                        .divide(formulas.full().multiply(weights), DIGITS, RoundingMode.HALF_UP));
    }
}
