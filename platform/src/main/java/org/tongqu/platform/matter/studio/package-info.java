/**
 * Where packs are changed before they are published. A changed pack is checked as whoever publishes it would, and the cases
 * of a period are played again by it beside all else; what would have become of them is kept with who asked for it.
 *
 * <p>In: files of a pack, a period. Out: what came of each case, in figures and case by case. Reads cases through casework
 * and changes none; publishes nothing. Knows nothing of how processes are drawn.
 */
@ApplicationModule(
        id = "matter.studio",
        displayName = "Studio",
        allowedDependencies = {
            "matter.casework",
            "matter.services",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.sheets",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.matter.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
