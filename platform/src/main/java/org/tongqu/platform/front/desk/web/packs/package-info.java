/** Which packs are live, and what is wrong with those that are not. */
@NullMarked
package org.tongqu.platform.front.desk.web.packs;

import org.jspecify.annotations.NullMarked;
