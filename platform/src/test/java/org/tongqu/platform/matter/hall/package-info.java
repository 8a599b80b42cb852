/** Service halls on real PostgreSQL. */
@NullMarked
package org.tongqu.platform.matter.hall;

import org.jspecify.annotations.NullMarked;
