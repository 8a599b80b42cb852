/** Saying how one was served, and what all said together. */
@NullMarked
package org.tongqu.platform.front.portal.web.ratings;

import org.jspecify.annotations.NullMarked;
