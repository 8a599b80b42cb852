/** People who use the portal, and the city they live in. */
@NullMarked
package org.tongqu.platform.front.portal._support;

import org.jspecify.annotations.NullMarked;
