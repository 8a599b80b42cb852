@NullMarked
package org.tongqu.platform.data.exchange.internal;

import org.jspecify.annotations.NullMarked;
