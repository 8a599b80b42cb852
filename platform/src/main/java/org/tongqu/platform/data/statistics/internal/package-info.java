/** Stores of figures, the reading of tables, what follows from figures, and the demo's. */
@NullMarked
package org.tongqu.platform.data.statistics.internal;

import org.jspecify.annotations.NullMarked;
