/** Plans, plays and loads the matters of two years. */
@NullMarked
package org.tongqu.platform.matter.past.internal;

import org.jspecify.annotations.NullMarked;
