package org.tongqu.engines.cases.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process may ask and call besides its own file.
 *
 * @param decisions for its business-rule tasks
 * @param processes the other process files of the service, by file name, for its call activities
 */
public record Surroundings(List<RuleGraph> decisions, Map<String, byte[]> processes) {

    public static final Surroundings NONE = new Surroundings(List.of(), Map.of());

    public Surroundings {
        decisions = List.copyOf(decisions);
        processes = new LinkedHashMap<>(processes);
    }
}
