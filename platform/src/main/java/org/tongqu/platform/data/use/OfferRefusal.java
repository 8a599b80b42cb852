package org.tongqu.platform.data.use;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a resource is not read from a register. */
public sealed interface OfferRefusal {

    record MayNot(AccessRefusal why) implements OfferRefusal {}

    /** The catalogue has no published edition of it. */
    record ResourceUnknown() implements OfferRefusal {}

    record RegisterUnknown() implements OfferRefusal {}

    /** The register has no such attribute. */
    record AttributeUnknown(String attribute) implements OfferRefusal {}

    /** The resource has no such item. */
    record ItemUnknown(String item) implements OfferRefusal {}

    /** Without the identifier nothing could be found. */
    record IdentifierMissing(String identifier) implements OfferRefusal {}
}
