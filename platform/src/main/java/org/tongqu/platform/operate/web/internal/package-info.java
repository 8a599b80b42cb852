/** Rendering, headers and limits. */
@NullMarked
package org.tongqu.platform.operate.web.internal;

import org.jspecify.annotations.NullMarked;
