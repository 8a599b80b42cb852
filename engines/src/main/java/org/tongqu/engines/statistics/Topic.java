package org.tongqu.engines.statistics;

import java.util.List;
import org.tongqu.kernel.text.Label;

/** Indicators that belong together (专业), in the order in which they are shown. */
public record Topic(String code, Label title, List<Indicator> indicators) {
    public Topic {
        indicators = List.copyOf(indicators);
    }
}
