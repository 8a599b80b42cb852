/** Rows on their way into files that another system fetches: laid in pieces while a run writes, made into files when it ended. */
@NullMarked
package org.tongqu.exchange.outgoing;

import org.jspecify.annotations.NullMarked;
