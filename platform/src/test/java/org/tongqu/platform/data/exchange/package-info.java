/** The exchange centre between real databases. */
@NullMarked
package org.tongqu.platform.data.exchange;

import org.jspecify.annotations.NullMarked;
