/**
 * Where rows come from. Every source delivers the same thing: rows of cells in a fixed order, in an order of reading
 * in which it can go on after a row it is told.
 *
 * <p>In: a flow's source and a position. Out: {@link org.tongqu.exchange.source.RowSource}. Knows nothing of targets.
 */
@NullMarked
package org.tongqu.exchange.source;

import org.jspecify.annotations.NullMarked;
