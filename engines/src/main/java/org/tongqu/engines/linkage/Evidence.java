package org.tongqu.engines.linkage;

/** How two values of a field are held against each other. */
public enum Evidence {
    /** The same or not. */
    CODE,
    /** A Chinese name: the same, the same but for variants of its signs, one sign off, another. */
    NAME,
    /** A day: the same, day and month swapped or one digit off, another. */
    DATE,
    /** Digits: the same, one digit off, others. */
    PHONE,
    /** An address: by the parts that are not in half of all addresses. */
    ADDRESS
}
