/**
 * Whether what was promised is kept. Watches the clocks of all cases and never changes one.
 *
 * <p>In: {@code CaseMoved}. Out: lamps by organisation, the rows behind each figure, the events behind each lamp, and
 * indicators with their formula. A lamp is never stored: it follows from the clock and the time of asking.
 */
@ApplicationModule(
        id = "matter.supervision",
        displayName = "Supervision",
        allowedDependencies = {
            "matter.services",
            "trust.identity",
            "matter.intake",
            "matter.casework",
            "trust.directory",
            "trust.access",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
