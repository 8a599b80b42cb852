package org.tongqu.platform.matter.casework;

import java.util.List;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;

/**
 * Something happened to a case. Published once per act, inside its transaction, after events and projections are
 * written; a listener that throws undoes the act.
 *
 * @param view how the case stands now
 * @param before without any task or event for a case that was just opened
 */
public record CaseMoved(CaseView view, CaseState before, List<CaseEvent> events, CaseState after) {

    public CaseMoved {
        events = List.copyOf(events);
    }
}
