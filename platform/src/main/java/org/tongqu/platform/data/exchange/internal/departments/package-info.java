/** The departments' databases of the demo: servers of their own, filled once. */
@NullMarked
package org.tongqu.platform.data.exchange.internal.departments;

import org.jspecify.annotations.NullMarked;
