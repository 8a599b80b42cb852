/**
 * What happens to one case, as pure functions over its events.
 *
 * <pre>
 * command ──► decide ──► events ──► apply ──► state'
 *                 └────► refusal (nothing happened)
 * </pre>
 *
 * <p>In: a process, the state so far, a command, who asks and what time it is. Out: everything that follows up to the
 * next step that waits for somebody, or the reason why not. The same events always give the same state, so a case is
 * stored as its events and tables of open tasks are only projections. Knows processes, working days and who may do
 * what; does not know stores, transactions, forms or people beyond their names.
 */
@NullMarked
package org.tongqu.engines.cases;

import org.jspecify.annotations.NullMarked;
