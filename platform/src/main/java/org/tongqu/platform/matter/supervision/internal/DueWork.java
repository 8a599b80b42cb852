package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.Optional;

/** Something that falls due by the passing of time. */
interface DueWork {

    /** When the next of it falls due: the first entry of an index, however long the table is. */
    Optional<Instant> next();

    /** Does some of what is due by then, in a transaction of its own; says how much it was. */
    int settle(Instant now);
}
