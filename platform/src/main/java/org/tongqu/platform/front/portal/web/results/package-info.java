/** The public list of what was decided. */
@NullMarked
package org.tongqu.platform.front.portal.web.results;

import org.jspecify.annotations.NullMarked;
