package org.tongqu.exchange.table;

import java.time.Instant;

/** Told of each transaction of the source once it is committed at the target too. */
@FunctionalInterface
public interface FeedWatch {

    /** @param committed at the source, by its clock */
    void applied(Instant committed, long changes);
}
