/** Files as a target. */
@NullMarked
package org.tongqu.exchange.outgoing;

import org.jspecify.annotations.NullMarked;
