package org.tongqu.platform.data.interfaces;

import java.time.Duration;
import java.time.Instant;

/** A call as lists show it. @param outcome {@code answered}, or the reason why not */
public record PastCall(
        long id,
        Instant at,
        String agreement,
        String consumer,
        String outcome,
        long records,
        long bytes,
        Duration took) {}
