package org.tongqu.platform.data.statistics;

import java.time.Instant;

/**
 * A release of figures is awaited, now by another day, or came. Told in the transaction in which that is so.
 *
 * @param organisation code of the office that is to release them
 */
public record ReleaseMoved(Due due, String organisation, Instant at) {}
