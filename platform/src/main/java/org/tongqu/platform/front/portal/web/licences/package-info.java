/** Checking a licence, and showing one's own. */
@NullMarked
package org.tongqu.platform.front.portal.web.licences;

import org.jspecify.annotations.NullMarked;
