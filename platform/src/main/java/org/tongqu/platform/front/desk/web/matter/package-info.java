/** One case: its story, its papers, what can be done. */
@NullMarked
package org.tongqu.platform.front.desk.web.matter;

import org.jspecify.annotations.NullMarked;
