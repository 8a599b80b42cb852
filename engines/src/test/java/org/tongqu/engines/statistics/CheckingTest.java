package org.tongqu.engines.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator.Keeping;
import org.tongqu.engines.statistics.Indicator.Measure;
import org.tongqu.engines.statistics.Indicator.Said;
import org.tongqu.engines.statistics.Indicator.Shape;
import org.tongqu.engines.statistics.Indicator.Spread;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;

/** FEATURE: figures are held against each other, and what follows from them is worked out in its order. */
class CheckingTest {

    private static final Period MARCH = new Period(Period.Kind.MONTH, LocalDate.of(2026, 3, 1));
    private static final Regions REGIONS = new Regions("city", List.of("east", "west"));
    private static final Label WORD = Label.same("x");

    private final Map<String, BigDecimal> known = new HashMap<>();

    private void is(String region, Period period, String value) {
        is("sales", region, period, value);
    }

    private void is(String indicator, String region, Period period, String value) {
        known.put(indicator + region + period.id(), new BigDecimal(value));
    }

    private void isEverywhere(Period period, String city, String east, String west) {
        is("city", period, city);
        is("east", period, east);
        is("west", period, west);
    }

    private static Indicator indicator(String code, Measure measure, String formula, Check... checks) {
        return new Indicator(
                code,
                new Said(WORD, WORD, WORD, WORD),
                new Shape(Period.Kind.MONTH, measure, 2, Spread.REGIONS),
                new Keeping("topic", "office", 20),
                formula.isEmpty() ? Optional.empty() : Optional.of(read(formula)),
                List.of(checks));
    }

    private static Formula read(String text) {
        return Formula.read(text, List.of("sales", "tax", "share", "twice"))
                        instanceof Outcome.Done<Formula, ?>(var formula)
                ? formula
                : org.assertj.core.api.Assertions.fail(text);
    }

    private List<String> found(Measure measure, Check check) {
        return Checking.of(
                        indicator("sales", measure, "", check),
                        MARCH,
                        REGIONS,
                        (code, region, period) -> Optional.ofNullable(known.get(code + region + period.id())))
                .stream()
                .map(Finding::key)
                .toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void regionsMakeUpTheWholeWithinTheTolerance() {
        var check = new Check.RegionsSum(number("1"));
        isEverywhere(MARCH, "100", "60", "40.99");
        assertThat(found(Measure.AMOUNT, check)).isEmpty();
        isEverywhere(MARCH, "100", "60", "41.01");
        assertThat(found(Measure.AMOUNT, check)).containsExactly("regions-sum city 100 101.01");
        known.remove("saleswest" + MARCH.id());
        assertThat(found(Measure.AMOUNT, check)).containsExactly("missing west ");
    }

    @Test
    void whatGrowsOverAYearNeverFallsInItAndBeginsAnewInTheNext() {
        isEverywhere(MARCH, "100", "60", "40");
        isEverywhere(MARCH.previous(), "90", "60.5", "29.5");
        assertThat(found(Measure.CUMULATIVE, new Check.NeverFalls())).containsExactly("never-falls east 60 60.5");

        var january = MARCH.previous().previous();
        isEverywhere(january.previous(), "900", "500", "400");
        isEverywhere(january, "30", "20", "10");
        assertThat(Checking.of(
                        indicator("sales", Measure.CUMULATIVE, "", new Check.NeverFalls()),
                        january,
                        REGIONS,
                        (code, region, period) -> Optional.ofNullable(known.get(code + region + period.id()))))
                .isEmpty();
    }

    @Test
    void aChangeIsPercentOfWhatWasOrPointsOfARate() {
        var year = new Period(Period.Kind.MONTH, MARCH.from().minusYears(1));
        isEverywhere(MARCH, "131", "60", "10");
        isEverywhere(year, "100", "0", "-5");
        var check = new Check.Change(number("30"));
        assertThat(found(Measure.AMOUNT, check)).containsExactly("change city 131 100 30");
        assertThat(found(Measure.RATE, check)).containsExactly("change city 131 100 30", "change east 60 0 30");
    }

    @Test
    void partsMakeUpTheWholeInEachRegionAndNothingLiesOutsideTheRange() {
        isEverywhere(MARCH, "100", "60", "40");
        for (var region : List.of("city", "east", "west")) {
            is("tax", region, MARCH, "40");
        }
        assertThat(found(Measure.AMOUNT, new Check.Parts(List.of("tax"), BigDecimal.ZERO)))
                .containsExactly("parts city 100 40", "parts east 60 40");
        assertThat(found(Measure.AMOUNT, new Check.Range(number("50"), number("100"))))
                .containsExactly("range west 40 50 100");
    }

    @Test
    void whatFollowsIsWorkedOutAfterWhatItIsMadeOfAndNothingIsMadeUp() {
        var share = indicator("share", Measure.RATE, "tax / sales * 100");
        var twice = indicator("twice", Measure.RATE, "share * 2");
        var book = new IndicatorBook(List.of(new Topic(
                "topic",
                WORD,
                List.of(twice, share, indicator("tax", Measure.AMOUNT, ""), indicator("sales", Measure.AMOUNT, "")))));

        var following = book.following(List.of("tax"));
        assertThat(following).extracting(Indicator::code).containsExactly("share", "twice");
        assertThat(IndicatorBook.derive(following, of(Map.of("tax", number("1"), "sales", number("3")))))
                .isEqualTo(Map.of("share", number("33.33"), "twice", number("66.66")));
        assertThat(IndicatorBook.derive(following, of(Map.of("tax", number("1"), "sales", number("0")))))
                .isEmpty();
        assertThat(IndicatorBook.derive(following, of(Map.of("tax", number("1")))))
                .isEmpty();
    }

    private static java.util.function.Function<String, Optional<BigDecimal>> of(Map<String, BigDecimal> numbers) {
        return code -> Optional.ofNullable(numbers.get(code));
    }
}
