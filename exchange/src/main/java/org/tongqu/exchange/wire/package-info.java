/**
 * Rows as PostgreSQL's binary COPY format has them, read and written in byte arrays that are used again for every
 * row: nothing is allocated for a row or a cell.
 *
 * <p>In: bytes of the format. Out: cells of a row, and bytes of the format. Knows nothing of tables and connections.
 */
@NullMarked
package org.tongqu.exchange.wire;

import org.jspecify.annotations.NullMarked;
