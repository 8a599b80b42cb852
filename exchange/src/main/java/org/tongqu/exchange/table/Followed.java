package org.tongqu.exchange.table;

/**
 * What was followed since the flow was begun, this time and before.
 *
 * @param position of the last commit of the source that is in the target
 */
public record Followed(long position, long transactions, long changes, long setAside) {}
