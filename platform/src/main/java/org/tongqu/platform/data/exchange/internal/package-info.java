/** How flows are kept, prepared, run, watched and counted. */
@NullMarked
package org.tongqu.platform.data.exchange.internal;

import org.jspecify.annotations.NullMarked;
