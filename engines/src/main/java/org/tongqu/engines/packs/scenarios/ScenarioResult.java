package org.tongqu.engines.packs.scenarios;

import java.util.List;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.reading.PackProblem;

/** What became of a scenario. */
public record ScenarioResult(Scenario scenario, List<PackProblem> misses) {

    public ScenarioResult {
        misses = List.copyOf(misses);
    }

    public boolean isPassed() {
        return misses.isEmpty();
    }
}
