package org.tongqu.platform.data.harvest;

import java.time.Instant;
import java.util.Optional;

/** A record that could not be taken over. @param raw as it came @param closed since when it is settled */
public record RejectedRecord(
        long id,
        long source,
        String identifier,
        Fault fault,
        Raw raw,
        long run,
        Instant first,
        Optional<Instant> closed) {

    /** @param isWhole false when it was cut for being too long */
    public record Raw(String text, boolean isWhole) {}
}
