/** What tables became drafts, and how. */
@NullMarked
package org.tongqu.platform.data.discovery.internal;

import org.jspecify.annotations.NullMarked;
