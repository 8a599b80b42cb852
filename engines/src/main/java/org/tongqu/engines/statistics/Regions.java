package org.tongqu.engines.statistics;

import java.util.List;
import java.util.stream.Stream;

/** Of what there are figures. @param whole code of the division. @param parts those below it, by code */
public record Regions(String whole, List<String> parts) {

    public Regions {
        parts = List.copyOf(parts);
    }

    /** Those of which the indicator has figures, the whole first. */
    public List<String> of(Indicator indicator) {
        return indicator.shape().spread() == Indicator.Spread.WHOLE
                ? List.of(whole)
                : Stream.concat(Stream.of(whole), parts.stream()).toList();
    }
}
