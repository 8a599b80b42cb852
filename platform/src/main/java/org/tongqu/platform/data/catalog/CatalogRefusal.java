package org.tongqu.platform.data.catalog;

import java.util.List;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was written into the catalogue. */
public sealed interface CatalogRefusal {

    /** No such resource, or none with an edition on which this could be done. */
    record Gone() implements CatalogRefusal {}

    record MayNot(AccessRefusal why) implements CatalogRefusal {}

    /** The edition has gone on since. */
    record Elsewhere(Edition.State state) implements CatalogRefusal {}

    record Faulty(List<Fault> faults) implements CatalogRefusal {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Whoever compiled it does not review it. */
    record OwnWork() implements CatalogRefusal {}

    record ReasonMissing() implements CatalogRefusal {}

    /**
     * Another resource is the source of truth for this element.
     *
     * @param by the other one
     */
    record SecondSource(String element, ResourceCode by) implements CatalogRefusal {}
}
