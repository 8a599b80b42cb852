/** How long a start takes and how much memory the program holds. */
@NullMarked
package org.tongqu.bench.start;

import org.jspecify.annotations.NullMarked;
