/** Demands on real PostgreSQL. */
@NullMarked
package org.tongqu.platform.data.demands;

import org.jspecify.annotations.NullMarked;
