/** What people read when something did not work. */
@NullMarked
package org.tongqu.platform.front.portal.web.faults;

import org.jspecify.annotations.NullMarked;
