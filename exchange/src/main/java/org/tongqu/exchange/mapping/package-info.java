/**
 * Turns a row of the source into a row of the target as a flow declares it, and says of a row that may not pass which
 * rule it breaks. Compiled once for a run; nothing is allocated for a row that passes.
 *
 * <p>In: a {@link org.tongqu.engines.exchanges.Flow}, the columns both sides really have, rows. Out: bytes for the
 * target, or a {@link org.tongqu.exchange.mapping.Failure}. Knows nothing of connections.
 */
@NullMarked
package org.tongqu.exchange.mapping;

import org.jspecify.annotations.NullMarked;
