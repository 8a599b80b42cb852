/** Supervision: lamps, the clocks behind them, the evidence behind each clock. */
@NullMarked
package org.tongqu.platform.front.desk.web.watch;

import org.jspecify.annotations.NullMarked;
