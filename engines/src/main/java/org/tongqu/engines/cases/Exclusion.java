package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * One stretch of time that a clock did not count, so that it can be shown why a due date is what it is.
 *
 * @param by the task or special procedure that stopped it; empty for the whole case
 * @param until empty while it lasts
 */
public record Exclusion(Stop stop, String by, Instant from, Optional<Instant> until) {

    Exclusion endedAt(Instant at) {
        return until.isPresent() ? this : new Exclusion(stop, by, from, Optional.of(at));
    }
}
