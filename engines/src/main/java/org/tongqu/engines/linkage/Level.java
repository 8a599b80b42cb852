package org.tongqu.engines.linkage;

/** How far two values agree. */
public enum Level {
    /** One of them is not known: says nothing. */
    MISSING,
    DIFFERENT,
    /** One slip of the pen apart, or in part the same. */
    SIMILAR,
    /** The same but for variants of signs. */
    VARIANT,
    EQUAL
}
