/** Lists no module and uses one all the same. */
@ApplicationModule(
        id = "left",
        allowedDependencies = {})
@NullMarked
package org.tongqu.house.wrong.left;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
