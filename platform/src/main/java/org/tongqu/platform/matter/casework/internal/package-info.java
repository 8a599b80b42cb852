/** Stores events and their projections, runs service tasks, fires timers. */
@NullMarked
package org.tongqu.platform.matter.casework.internal;

import org.jspecify.annotations.NullMarked;
