/** Finding a service and reading its guide. */
@NullMarked
package org.tongqu.platform.front.portal.web.services;

import org.jspecify.annotations.NullMarked;
