/** Real servers, read. */
@NullMarked
package org.tongqu.exchange.source;

import org.jspecify.annotations.NullMarked;
