package org.tongqu.platform.data.agreements;

import java.time.LocalDate;
import java.util.Set;

/** Why nothing may flow. */
public sealed interface PermitRefusal {

    /** Nobody agreed to this consumer using this resource for this purpose. */
    record NoAgreement() implements PermitRefusal {}

    /** There is one, and it is not in force. */
    record NotInForce(String agreement, Agreement.State state) implements PermitRefusal {}

    record NotBegun(String agreement, LocalDate starts) implements PermitRefusal {}

    /** Items that were not agreed. */
    record ItemsOutside(String agreement, Set<String> items) implements PermitRefusal {
        public ItemsOutside {
            items = Set.copyOf(items);
        }
    }

    /** The resource was taken out of the catalogue. */
    record ResourceRetired(String agreement) implements PermitRefusal {}
}
