/**
 * Moves one table into another: batch by batch, each batch with its rows, the rows set aside and how far it came in
 * one transaction of the target. After any crash the run goes on behind the last batch that was committed, so that
 * every row is in the target once or in the quarantine once.
 *
 * <p>In: a flow, a source, the login of the target. Out: a {@link org.tongqu.exchange.table.Receipt} and, when asked,
 * a {@link org.tongqu.exchange.table.Reconciliation}. What it remembers stands in the schema {@code tongqu_exchange}
 * of the target. Knows nothing of agreements; it asks before each batch whether it may go on.
 */
@NullMarked
package org.tongqu.exchange.table;

import org.jspecify.annotations.NullMarked;
