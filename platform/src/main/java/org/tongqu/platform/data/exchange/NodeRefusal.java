package org.tongqu.platform.data.exchange;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why no node is let in or taken back. */
public sealed interface NodeRefusal {

    record MayNot(AccessRefusal why) implements NodeRefusal {}

    record Unknown() implements NodeRefusal {}

    /** Small letters, digits and hyphens, as flows name systems. */
    record SystemName(String given) implements NodeRefusal {}

    /** Another department's. */
    record OthersSystem(String system) implements NodeRefusal {}

    /** One that is not taken back. */
    record HasNode(String system) implements NodeRefusal {}

    /** No port is open for nodes here. */
    record NoDoor() implements NodeRefusal {}
}
