/**
 * Processes drawn on the platform: drafts that belong to an office, checked as packs are checked, taken into use by
 * somebody who did not draw them, each under a number, with who, when and why.
 *
 * <p>In: what people draw. Out: revisions of process files, which the catalogue uses for what begins from then on. Open
 * cases keep what they were opened with. Knows nothing of pages.
 */
@ApplicationModule(
        id = "matter.processes",
        displayName = "Processes drawn on the platform",
        allowedDependencies = {
            "matter.services",
            "operate.store",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal"
        })
@NullMarked
package org.tongqu.platform.matter.processes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
