/** Stores clocks and counts them. */
@NullMarked
package org.tongqu.platform.matter.supervision.internal;

import org.jspecify.annotations.NullMarked;
