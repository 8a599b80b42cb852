package org.tongqu.exchange.table;

/** Which rows a run moves. */
public enum Mode {
    /** All rows. */
    FULL,
    /** Rows changed since the last finished run; all rows when there was none. */
    CHANGED
}
