/** Keeps notices in the transaction of the act they tell of. */
@NullMarked
package org.tongqu.platform.matter.notices.internal;

import org.jspecify.annotations.NullMarked;
