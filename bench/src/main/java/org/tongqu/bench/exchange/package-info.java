/**
 * Rows per second from one database into another, beside the limit of what the two servers can do, and the memory it
 * takes.
 */
@NullMarked
package org.tongqu.bench.exchange;

import org.jspecify.annotations.NullMarked;
