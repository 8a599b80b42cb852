/** Everything one person has asked for. */
@NullMarked
package org.tongqu.platform.front.portal.web.mine;

import org.jspecify.annotations.NullMarked;
