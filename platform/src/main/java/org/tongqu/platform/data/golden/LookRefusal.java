package org.tongqu.platform.data.golden;

/** Why a record was not opened. */
public sealed interface LookRefusal {

    record MayNot() implements LookRefusal {}

    record PurposeMissing() implements LookRefusal {}

    record ReasonMissing() implements LookRefusal {}

    /** No source speaks of it. */
    record Unknown() implements LookRefusal {}
}
