/** How far a matter is, for whoever holds its receipt. */
@NullMarked
package org.tongqu.platform.front.portal.web.progress;

import org.jspecify.annotations.NullMarked;
