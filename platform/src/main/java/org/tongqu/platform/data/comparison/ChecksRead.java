package org.tongqu.platform.data.comparison;

import java.util.List;
import org.tongqu.engines.comparisons.CounterCheck;

/** The packs were read that declare comparisons: the checks at the counter that stand in them too. */
public record ChecksRead(List<CounterCheck> checks) {

    public ChecksRead {
        checks = List.copyOf(checks);
    }
}
