package org.tongqu.platform.trust.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What to look for in the journal. What is empty does not narrow.
 *
 * @param who the id or the whole name of whoever did it
 * @param verb what was done, or the beginning of it: {@code casework} finds {@code casework.decide}
 * @param subject the id of what it was done to, e.g. a case or an account
 * @param from the first moment that counts
 * @param until the first moment that no longer counts
 */
public record Search(
        Optional<String> who, Optional<String> verb, Optional<String> subject, Instant from, Instant until) {}
