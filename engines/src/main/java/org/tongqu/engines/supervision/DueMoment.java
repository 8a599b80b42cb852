package org.tongqu.engines.supervision;

import java.time.Instant;

/**
 * A moment at which a rule finds something by the passing of time alone.
 *
 * @param rule its name; empty where only the question is to be asked again then, because the calendar does not know yet
 */
public record DueMoment(String rule, Level level, Instant at) {

    /** Whether something is found then. */
    public boolean finds() {
        return !rule.isEmpty();
    }
}
