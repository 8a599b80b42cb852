/** Filling in, checking and sending an application. */
@NullMarked
package org.tongqu.platform.front.portal.web.apply;

import org.jspecify.annotations.NullMarked;
