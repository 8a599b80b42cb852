package org.tongqu.platform.data.harvest.internal;

import java.util.Set;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.harvest.Fault;
import org.tongqu.platform.data.harvest.Source;

/** Reads sources of its kinds. */
interface SourceReader {

    Set<Source.Kind> kinds();

    /**
     * Reads on to the end, from behind the cursor; an empty one is the beginning.
     *
     * @throws Broken when it cannot go on; what was kept with a page stays
     */
    void read(Source.Declared source, String cursor, Sink sink);

    /** A record as it was kept when it was rejected. */
    Outcome<Described, Fault> again(Source.Declared source, String raw);
}
