/** Pages on which whoever is responsible for a hall declares it. */
@NullMarked
package org.tongqu.platform.matter.hall.web.declaring;

import org.jspecify.annotations.NullMarked;
