/** The table of roles. */
@NullMarked
package org.tongqu.platform.trust.access.internal;

import org.jspecify.annotations.NullMarked;
