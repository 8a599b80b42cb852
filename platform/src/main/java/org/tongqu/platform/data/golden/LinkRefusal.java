package org.tongqu.platform.data.golden;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why records were not linked by evidence. */
public sealed interface LinkRefusal {

    record MayNot(AccessRefusal why) implements LinkRefusal {}

    /** The register declares none. */
    record NoEvidence() implements LinkRefusal {}

    /** More than are compared in one program. @param most that are */
    record TooMany(int most) implements LinkRefusal {}

    record PurposeMissing() implements LinkRefusal {}

    record ReasonMissing() implements LinkRefusal {}

    /** Somebody decided it before, or one of the two was merged. */
    record Settled() implements LinkRefusal {}
}
