package org.tongqu.platform.data.checks;

import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.engines.comparisons.CounterCheck.Query;
import org.tongqu.platform.data.exchange.PlannedFlow;

/**
 * A check some of whose flows are known here.
 *
 * @param organisation that gets the deliveries, and asks
 * @param flows by their id
 */
public record PlannedCheck(CounterCheck check, String organisation, Map<String, PlannedFlow> flows) {

    public PlannedCheck {
        flows = Map.copyOf(flows);
    }

    public String code() {
        return check.code();
    }

    public Optional<PlannedFlow> flow(Query query) {
        return Optional.ofNullable(flows.get(query.side().flow()));
    }
}
