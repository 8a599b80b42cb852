package org.tongqu.platform.trust.identity;

import java.time.Instant;

/** One of a person's own sessions, as listed for them. */
public record SessionView(long id, Instant startedAt, Instant seenAt, String address, String agent, boolean current) {}
