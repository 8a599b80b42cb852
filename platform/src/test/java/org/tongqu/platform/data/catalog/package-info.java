/** The catalogue on real PostgreSQL. */
@NullMarked
package org.tongqu.platform.data.catalog;

import org.jspecify.annotations.NullMarked;
