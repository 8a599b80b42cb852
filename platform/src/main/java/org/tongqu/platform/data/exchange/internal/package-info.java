/** How flows are kept, prepared, run, watched and counted, and the departments of the demo. */
@NullMarked
package org.tongqu.platform.data.exchange.internal;

import org.jspecify.annotations.NullMarked;
