package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.cases.process.SpecialProcedure;

/**
 * A special procedure (特别程序) that is going on: a hearing, an expert review, a publicity period.
 *
 * @param taskId the step it belongs to, which waits for it
 * @param excludedUntil when its declared limit is over, from which instant the clocks run again; empty once they do
 */
public record Special(
        String id, String taskId, SpecialProcedure procedure, Instant begunAt, Optional<Instant> excludedUntil) {

    Special overran() {
        return new Special(id, taskId, procedure, begunAt, Optional.empty());
    }
}
