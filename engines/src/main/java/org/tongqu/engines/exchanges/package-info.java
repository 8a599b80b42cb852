/**
 * What a pack declares about data that move: from which table to which, how each column is made, and which rules a row
 * must keep to be let in.
 *
 * <p>In: {@code exchanges/*.yaml}, read by {@link org.tongqu.engines.packs.reading.ExchangeReader}. Out: a {@link
 * org.tongqu.engines.exchanges.Flow}. Knows nothing of databases and of how rows are moved.
 */
@NullMarked
package org.tongqu.engines.exchanges;

import org.jspecify.annotations.NullMarked;
