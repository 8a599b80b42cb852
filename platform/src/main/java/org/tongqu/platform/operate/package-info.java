/** What keeps the platform running: its start and stop, its store, and the frame of its pages. */
@NullMarked
package org.tongqu.platform.operate;

import org.jspecify.annotations.NullMarked;
