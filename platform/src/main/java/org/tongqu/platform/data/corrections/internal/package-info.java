/** How corrections are kept, told and closed. */
@NullMarked
package org.tongqu.platform.data.corrections.internal;

import org.jspecify.annotations.NullMarked;
