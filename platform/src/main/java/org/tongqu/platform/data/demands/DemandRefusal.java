package org.tongqu.platform.data.demands;

import java.util.Map;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was asked for, or nothing done. */
public sealed interface DemandRefusal {

    record Gone() implements DemandRefusal {}

    record MayNot(AccessRefusal why) implements DemandRefusal {}

    /** The demand has gone on since. */
    record Elsewhere(Demand.State state) implements DemandRefusal {}

    /** What is wrong with the form, by field. */
    record Faulty(Map<String, Wrong> faults) implements DemandRefusal {
        public Faulty {
            faults = Map.copyOf(faults);
        }
    }

    enum Wrong implements Coded {
        MISSING,
        TOO_LONG,
        /** No organisation of the directory. */
        NOT_AN_ORGANISATION,
        /** A department does not answer itself. */
        ASKER_ITSELF,
        /** Nothing with this code is published. */
        NOT_PUBLISHED,
        /** Published, but of another department. */
        NOT_OURS
    }
}
