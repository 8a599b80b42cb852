package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.supervision.WatchRule;

/**
 * Why a rule found something: the rule as it stands today and the events of the case it looked at.
 *
 * @param rule missing where the rule is no longer in force
 * @param duty what it is about when it is about no case
 */
public record FoundEvidence(FindingRow row, Optional<WatchRule> rule, List<Line> lines, Optional<Duty> duty) {

    /**
     * @param number of the event in its case, the first being 1
     * @param hit whether the rule found it in this very event
     */
    public record Line(int number, CaseEvent event, boolean hit) {}

    public FoundEvidence {
        lines = List.copyOf(lines);
    }
}
