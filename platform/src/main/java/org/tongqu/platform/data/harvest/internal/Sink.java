package org.tongqu.platform.data.harvest.internal;

import java.util.Collection;
import java.util.function.Supplier;
import org.tongqu.platform.data.harvest.Fault;

/** Takes what a reader reads. What it was given is kept with the next page, or not at all. */
interface Sink {

    /** A record. @param raw as it came, asked for only when it cannot be taken over */
    void take(Described said, Supplier<String> raw);

    /** Something that cannot even be read, or only in part. */
    void refuse(Fault fault, String raw);

    /** Keeps everything since the last page, and that reading goes on from there. @throws Lost when somebody else reads now */
    void page(String cursor);

    /** How many records the source says that it has. */
    void expects(long count);

    /** Whether any of these came in this run. */
    boolean hasSeen(Collection<String> identifiers);
}
