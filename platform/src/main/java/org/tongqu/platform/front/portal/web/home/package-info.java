/** The home page. */
@NullMarked
package org.tongqu.platform.front.portal.web.home;

import org.jspecify.annotations.NullMarked;
