/** How good what flows is, kept day by day. */
@NullMarked
package org.tongqu.platform.data.exchange.internal.quality;

import org.jspecify.annotations.NullMarked;
