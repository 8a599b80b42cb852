package org.tongqu.platform.data.use;

import org.tongqu.platform.data.catalog.Coded;

/** What is said about a claim; that a record is not there and that it says nothing are told alike. */
public enum Verdict implements Coded {
    MATCH,
    NO_MATCH,
    UNKNOWN
}
