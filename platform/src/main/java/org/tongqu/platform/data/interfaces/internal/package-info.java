/** How calls are let through, asked at the provider's, cut to the agreement and written down. */
@NullMarked
package org.tongqu.platform.data.interfaces.internal;

import org.jspecify.annotations.NullMarked;
