package org.tongqu.engines.cases;

import java.time.Instant;

/** A task as it was when it was completed, and what was decided by whom. */
public record DoneTask(Task task, String by, String byName, String outcome, String reason, Instant at) {}
