/**
 * What MariaDB and MySQL tell of changes as they are committed: the binary log, asked for as a replica asks for it and
 * read from a global transaction id on, or from a place in its files.
 *
 * <p>In: a login that may replicate, a table. Out: changes in the order of their commits, each row laid out as a reading
 * of the table lays it out, to the byte. Knows nothing of where they go.
 */
@NullMarked
package org.tongqu.exchange.binlog;

import org.jspecify.annotations.NullMarked;
