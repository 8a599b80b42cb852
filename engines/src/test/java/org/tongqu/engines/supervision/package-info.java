/** What rules find in cases that the real engine played. */
@NullMarked
package org.tongqu.engines.supervision;

import org.jspecify.annotations.NullMarked;
