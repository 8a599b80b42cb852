package org.tongqu.platform.data.statistics.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.platform.data.statistics.internal.FigureStore.Acting;
import org.tongqu.platform.data.statistics.internal.FigureStore.Given;
import org.tongqu.platform.data.statistics.internal.FigureStore.Key;

/** Works out what follows from figures that were released, and releases it with them. */
@Component
public class Deriving {

    private final Shelf shelf;
    private final FigureStore figures;
    private final TextsBundle texts;

    Deriving(Shelf shelf, FigureStore figures, TextsBundle texts) {
        this.shelf = shelf;
        this.figures = figures;
        this.texts = texts;
    }

    /** @param regions in which the indicator was released */
    public int follow(Indicator released, Period period, List<String> regions, Acting acting) {
        var following = shelf.book().following(List.of(released.code()));
        if (following.isEmpty() || regions.isEmpty()) {
            return 0;
        }
        var inputs = new HashSet<String>();
        following.forEach(indicator -> inputs.addAll(indicator.inputs()));
        var keys = new ArrayList<Key>();
        regions.forEach(region -> inputs.forEach(input -> keys.add(new Key(input, region, period.from()))));
        var known = figures.released(keys);
        var because = texts.in(Language.ZH)
                .say("statistics.followed", released.said().title().zh());
        var made = new ArrayList<Given>();
        for (var region : regions) {
            derive(following, region, period, known).forEach((code, value) -> {
                if (isOf(following, code, region)) {
                    made.add(new Given(code, region, period.from(), value, because));
                }
            });
        }
        return made.isEmpty() ? 0 : figures.releaseDerived(made, acting);
    }

    private static Map<String, BigDecimal> derive(
            List<Indicator> following, String region, Period period, Map<Key, BigDecimal> known) {
        return IndicatorBook.derive(
                following, code -> Optional.ofNullable(known.get(new Key(code, region, period.from()))));
    }

    private boolean isOf(List<Indicator> following, String code, String region) {
        return following.stream()
                .filter(indicator -> indicator.code().equals(code))
                .anyMatch(indicator -> shelf.covered(indicator.keeping().office())
                        .filter(covered -> covered.regions().of(indicator).contains(region))
                        .isPresent());
    }
}
