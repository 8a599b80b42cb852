package org.tongqu.exchange.table;

import org.tongqu.exchange.mapping.Failure;

/**
 * A row that may not pass, on its way into the quarantine.
 *
 * @param line of the run, counted from 1 in the order of reading
 * @param key as text, for people
 * @param row the source's columns as JSON
 */
record SetAside(long line, String key, Failure failure, String row) {}
