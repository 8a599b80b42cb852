package org.tongqu.engines.supervision;

import java.time.Instant;
import org.tongqu.engines.cases.RunningClock.Status;

/**
 * How a clock stands, of the case or of a step.
 *
 * @param family under which it is counted; its own name for a clock of the case
 * @param since when it took up its status
 */
public record Standing(String name, String family, Status status, Instant since, Instant warnAt, Instant dueAt) {}
