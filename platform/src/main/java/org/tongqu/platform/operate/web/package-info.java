/**
 * The frame every page stands in: how a page record becomes HTML, how a static file is addressed, what headers go
 * out, what happens to a fault. Holds no business and no page of its own but the ones for faults.
 *
 * <p>In: {@link org.tongqu.platform.operate.web.Html} returned by a controller. Out: the response.
 */
@ApplicationModule(
        id = "operate.web",
        displayName = "Web frame",
        allowedDependencies = {"operate.start"})
@NullMarked
package org.tongqu.platform.operate.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
