package org.tongqu.platform.data.statistics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.packs.reading.IndicatorPacks;
import org.tongqu.engines.statistics.Checking;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.engines.statistics.Regions;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;

/** FEATURE: the demo's figures are such as a statistics office could release: no check finds anything. */
class MadeFiguresTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final IndicatorBook book =
            new IndicatorBook(IndicatorPacks.readAll(Path.of("../packs")).topics());
    private final Regions regions = new Regions("city", List.of("a", "b", "c", "d", "e", "f", "g", "h"));

    private MadeFigures made() {
        var made = new MadeFigures(regions, new SplittableRandom(7), FROM);
        made.all(book, StatisticsDemo.seeds(), TODAY);
        return made;
    }

    @Test
    void everyIndicatorHasFiguresThatPassItsChecks() {
        var known = made().all();
        for (var indicator : book.all()) {
            var periods = Stream.iterate(
                            Period.of(indicator.shape().every(), FROM),
                            period -> !period.until().isAfter(TODAY),
                            Period::next)
                    .toList();
            assertThat(periods).as(indicator.code()).isNotEmpty();
            for (var period : periods) {
                assertThat(Checking.of(
                                indicator,
                                period,
                                regions,
                                (code, region, when) ->
                                        Optional.ofNullable(known.get(new Key(code, region, when.from())))))
                        .as(indicator.code() + " " + period.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void theyAreTheSameEveryTime() {
        assertThat(made().all()).isEqualTo(made().all());
    }
}
