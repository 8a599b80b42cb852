/** How fast declared comparisons are, by identifier and by evidence, and how much of what was planted they find. */
@NullMarked
package org.tongqu.bench.comparison;

import org.jspecify.annotations.NullMarked;
