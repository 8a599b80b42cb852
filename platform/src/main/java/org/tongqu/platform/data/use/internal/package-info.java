/** How uses are let through, traced and told. */
@NullMarked
package org.tongqu.platform.data.use.internal;

import org.jspecify.annotations.NullMarked;
