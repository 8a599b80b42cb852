package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;

/** A timer that is set and has neither fired nor been taken away. */
public record TimerRow(String timerId, String nodeId, Instant dueAt) {}
