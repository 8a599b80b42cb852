/** How jobs are planned, made and kept. */
@NullMarked
package org.tongqu.platform.data.comparison.internal;

import org.jspecify.annotations.NullMarked;
