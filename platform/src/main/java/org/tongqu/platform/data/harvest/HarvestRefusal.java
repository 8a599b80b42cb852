package org.tongqu.platform.data.harvest;

import java.util.Map;
import org.tongqu.platform.data.catalog.Coded;

/** Why something about harvests is not done. */
public sealed interface HarvestRefusal {

    /** Only the data authority keeps sources. */
    record MayNot() implements HarvestRefusal {}

    /** @param fields what is wrong with each */
    record Wrong(Map<String, Mistake> fields) implements HarvestRefusal {
        public Wrong {
            fields = Map.copyOf(fields);
        }
    }

    enum Mistake implements Coded {
        MISSING,
        NOT_AN_ADDRESS,
        /** It begins with http and nobody said that this is meant. */
        NOT_ENCRYPTED,
        /** It leads into the network that the platform itself stands in. */
        INSIDE,
        /** There is a source with this address. */
        KNOWN,
        /** Not from 0 to 8760. */
        NOT_HOURS
    }

    /** It is being read already. */
    record Running() implements HarvestRefusal {}

    /** The record was cut when it was kept; the next run brings it whole. */
    record NotWhole() implements HarvestRefusal {}

    /** It is settled already. */
    record Settled() implements HarvestRefusal {}

    /** The present rules refuse it as well. */
    record Still(Fault fault) implements HarvestRefusal {}
}
