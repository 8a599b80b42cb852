/** Keeps ratings and their follow-ups. */
@NullMarked
package org.tongqu.platform.matter.ratings.internal;

import org.jspecify.annotations.NullMarked;
