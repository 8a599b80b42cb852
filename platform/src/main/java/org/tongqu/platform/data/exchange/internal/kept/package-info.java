/** What sources keep of their logs for flows that nobody follows any more. */
@NullMarked
package org.tongqu.platform.data.exchange.internal.kept;

import org.jspecify.annotations.NullMarked;
