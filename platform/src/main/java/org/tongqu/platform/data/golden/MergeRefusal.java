package org.tongqu.platform.data.golden;

import org.tongqu.platform.trust.access.AccessRefusal;

/** Why two records were not merged, or not taken apart. */
public sealed interface MergeRefusal {

    record MayNot(AccessRefusal why) implements MergeRefusal {}

    /** No source speaks of it. */
    record Unknown() implements MergeRefusal {}

    /** It would be merged into itself, maybe by way of others. */
    record Ring() implements MergeRefusal {}

    /** It is merged into another already. */
    record Elsewhere(String identifier) implements MergeRefusal {}

    record ReasonMissing() implements MergeRefusal {}

    /** Somebody took it apart before. */
    record Undone() implements MergeRefusal {}
}
