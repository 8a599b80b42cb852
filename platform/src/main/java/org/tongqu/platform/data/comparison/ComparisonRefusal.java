package org.tongqu.platform.data.comparison;

/** Why something about a comparison is not done. */
public sealed interface ComparisonRefusal {

    record MayNot() implements ComparisonRefusal {}

    record PurposeMissing() implements ComparisonRefusal {}

    record ReasonMissing() implements ComparisonRefusal {}

    /** Doubtful pairs are shown to whoever said what for today. */
    record NotOpened() implements ComparisonRefusal {}

    /** Somebody else decided meanwhile, or it is no question any more. */
    record Settled() implements ComparisonRefusal {}
}
