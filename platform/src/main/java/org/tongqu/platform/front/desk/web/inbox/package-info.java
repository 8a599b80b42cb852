/** What waits for an officer. */
@NullMarked
package org.tongqu.platform.front.desk.web.inbox;

import org.jspecify.annotations.NullMarked;
