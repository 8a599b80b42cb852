/** Pages of words, and how a reader likes to read. */
@NullMarked
package org.tongqu.platform.front.portal.web.help;

import org.jspecify.annotations.NullMarked;
