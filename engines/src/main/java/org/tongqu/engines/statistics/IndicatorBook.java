package org.tongqu.engines.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All indicators of a government, and which follow from which. Safe for use by many threads. */
public final class IndicatorBook {

    private final List<Topic> topics;
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<Indicator> derived = new ArrayList<>();

    /** @param topics whose formulas name no indicator that is not there, and lead nowhere back to themselves */
    public IndicatorBook(List<Topic> topics) {
        this.topics = List.copyOf(topics);
        topics.forEach(topic -> topic.indicators().forEach(one -> indicators.put(one.code(), one)));
        var done = new HashSet<String>();
        indicators.values().forEach(one -> order(one, done));
    }

    private void order(Indicator indicator, Set<String> done) {
        if (indicator.isDerived() && done.add(indicator.code())) {
            indicator.inputs().forEach(input -> find(input).ifPresent(known -> order(known, done)));
            derived.add(indicator);
        }
    }

    public List<Topic> topics() {
        return topics;
    }

    public Collection<Indicator> all() {
        return List.copyOf(indicators.values());
    }

    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** Those that follow from any of these, directly or through others; each after all it is made of. */
    public List<Indicator> following(Collection<String> changed) {
        var touched = new HashSet<>(changed);
        List<Indicator> following = new ArrayList<>();
        for (var indicator : derived) {
            if (indicator.inputs().stream().anyMatch(touched::contains)) {
                touched.add(indicator.code());
                following.add(indicator);
            }
        }
        return following;
    }

    /** What these indicators come to; nothing for one that cannot be worked out. @param known figures of the same region and period */
    public static Map<String, BigDecimal> derive(
            List<Indicator> following, Function<String, Optional<BigDecimal>> known) {
        Map<String, BigDecimal> made = new HashMap<>();
        for (var indicator : following) {
            var numbers = new HashMap<String, BigDecimal>();
            for (var input : indicator.inputs()) {
                Optional.ofNullable(made.get(input))
                        .or(() -> known.apply(input))
                        .ifPresent(number -> numbers.put(input, number));
            }
            indicator
                    .formula()
                    .flatMap(formula -> formula.of(numbers))
                    .ifPresent(number -> made.put(
                            indicator.code(), number.setScale(indicator.shape().decimals(), RoundingMode.HALF_UP)));
        }
        return made;
    }
}
