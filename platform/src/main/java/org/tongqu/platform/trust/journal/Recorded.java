package org.tongqu.platform.trust.journal;

import java.util.Optional;

/**
 * An entry as it stands in the journal.
 *
 * @param id rises within one transaction; between transactions the order that counts is that of the chain
 * @param link its number in the chain; empty for the tail that is not sealed yet
 */
public record Recorded(long id, Entry entry, Optional<Long> link) {}
