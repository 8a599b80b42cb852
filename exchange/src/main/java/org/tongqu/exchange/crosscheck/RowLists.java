package org.tongqu.exchange.crosscheck;

/**
 * Both sides of a comparison by evidence, as one look at the database shows them.
 *
 * @param moment from where the next one would go on
 */
public record RowLists(RowList about, RowList against, String moment) {}
