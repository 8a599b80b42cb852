package org.tongqu.platform.matter.casework;

import java.util.List;
import java.util.Objects;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.RunningClock;

/** All that happened to a case, and what came of it: for whoever must prove something from it. */
public record PlayedCase(List<CaseEvent> events, CaseState state) {

    public PlayedCase {
        events = List.copyOf(events);
    }

    /** A clock that is known to have started. */
    public RunningClock clock(String name) {
        return Objects.requireNonNull(state.clocks().get(name), () -> "The case has no clock " + name);
    }
}
