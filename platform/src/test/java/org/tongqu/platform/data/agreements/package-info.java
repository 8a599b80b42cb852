/** Agreements on real PostgreSQL. */
@NullMarked
package org.tongqu.platform.data.agreements;

import org.jspecify.annotations.NullMarked;
