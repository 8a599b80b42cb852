/** How checks are planned and what is asked for is read. */
@NullMarked
package org.tongqu.platform.data.checks.internal;

import org.jspecify.annotations.NullMarked;
