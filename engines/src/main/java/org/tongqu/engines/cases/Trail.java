package org.tongqu.engines.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongqu.engines.cases.process.Process;

/**
 * The way a case has come, for drawing it into the picture of its process.
 *
 * @param flows every flow that was taken, once or oftener
 * @param passed the nodes the case has been at and left
 * @param here the nodes where it stands now
 */
public record Trail(Set<String> flows, Set<String> passed, Set<String> here) {

    public Trail {
        flows = Set.copyOf(flows);
        passed = Set.copyOf(passed);
        here = Set.copyOf(here);
    }

    public static Trail of(Process process, List<CaseEvent> events) {
        var flows = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>();
        for (var event : events) {
            if (event instanceof CaseEvent.TokensMoved moved) {
                flows.addAll(moved.flows());
                here.clear();
                moved.tokens().forEach(token -> here.add(token.nodeId()));
            }
        }
        var passed = new LinkedHashSet<String>();
        for (var flow : process.flows()) {
            if (flows.contains(flow.id())) {
                passed.add(flow.from());
                passed.add(flow.to());
            }
        }
        passed.removeAll(here);
        return new Trail(flows, passed, here);
    }
}
