/** Calls of interfaces by way of nodes. */
@NullMarked
package org.tongqu.platform.data.exchange.internal.lines;

import org.jspecify.annotations.NullMarked;
