package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.Optional;

/** @param taskId the task whose boundary it is on; empty for a timer the case itself waits for */
public record Timer(String id, String nodeId, Optional<String> taskId, Instant dueAt) {}
