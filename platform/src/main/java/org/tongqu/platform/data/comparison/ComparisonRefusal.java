package org.tongqu.platform.data.comparison;

/** Why something about a comparison is not done. */
public sealed interface ComparisonRefusal {

    record MayNot() implements ComparisonRefusal {}

    record PurposeMissing() implements ComparisonRefusal {}

    record ReasonMissing() implements ComparisonRefusal {}
}
