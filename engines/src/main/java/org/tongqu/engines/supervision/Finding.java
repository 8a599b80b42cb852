package org.tongqu.engines.supervision;

import java.time.Instant;
import java.util.List;

/**
 * What a rule found in a case.
 *
 * @param rule its name
 * @param subject the task, clock or step it is about; empty for the whole case
 * @param events the numbers of the events it was found in, the first event of a case being 1; empty where it was the
 *     passing of time
 */
public record Finding(String rule, String subject, Level level, Instant at, List<Integer> events) {
    public Finding {
        events = List.copyOf(events);
    }
}
