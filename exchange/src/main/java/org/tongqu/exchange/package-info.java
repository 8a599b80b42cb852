/**
 * How data move from one department's store to another: connectors, mapping, quality rules, quarantine, receipts and
 * reconciliation. Runs in the platform, in a department node or in a worker of a distributed engine.
 *
 * <p>In: a declared flow ({@link org.tongqu.engines.exchanges.Flow}), a source and a target. Out: rows in the target,
 * rows set aside with the reason, a receipt. Knows nothing of agreements, of who asked, and of Spring.
 */
@NullMarked
package org.tongqu.exchange;

import org.jspecify.annotations.NullMarked;
