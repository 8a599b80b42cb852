/**
 * How the platform comes up. Every module may say what it must do, check or report when the program starts;
 * this module decides when.
 *
 * <p>In: beans of {@link org.tongqu.platform.operate.start.ProductionCheck}, {@link
 * org.tongqu.platform.operate.start.DemoLoad} and {@link org.tongqu.platform.operate.start.StartReport}. Out: a
 * running platform, or one clear sentence why not. Knows nothing of any business.
 */
@ApplicationModule(
        id = "operate.start",
        displayName = "Start",
        allowedDependencies = {})
@NullMarked
package org.tongqu.platform.operate.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
