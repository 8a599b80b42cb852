/**
 * The demand list (需求清单): which data departments miss. A department says what it lacks and what for, the data authority
 * assigns it to the department in charge, and that department answers within a limit: with a resource of the catalogue,
 * that it has no such data, or that they may not be shared and by which law.
 *
 * <p>In: demands, assignments and answers. Out: {@link org.tongqu.platform.data.demands.DemandMoved}. Knows the catalogue,
 * organisations and the calendar; writes nothing into the catalogue.
 */
@ApplicationModule(
        id = "data.demands",
        displayName = "Data demands",
        allowedDependencies = {
            "data.catalog",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "operate.demo",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.demands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
