/** The pages of the exchange centre. */
@NullMarked
package org.tongqu.platform.data.exchange.web;

import org.jspecify.annotations.NullMarked;
