/** The order of a start: refuse what may not run, load the demo, serve, report. */
@NullMarked
package org.tongqu.platform.operate.start.internal;

import org.jspecify.annotations.NullMarked;
