/** How drafts are kept and compared. */
@NullMarked
package org.tongqu.platform.matter.processes.internal;

import org.jspecify.annotations.NullMarked;
