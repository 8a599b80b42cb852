/**
 * Service halls: their windows and hours, the places people book beforehand, the tickets they take, and who serves whom
 * at which window. No place is sold twice, no number is left out, and no two windows call the same person.
 *
 * <p>In: citizens who book, people at a kiosk, clerks at windows. Out: tickets and appointments. Knows the catalogue and
 * who runs a hall; changes no case, and adds to its story
 * where its papers are.
 */
@ApplicationModule(
        id = "matter.hall",
        displayName = "Service halls",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "matter.casework",
            "matter.notices",
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
package org.tongqu.platform.matter.hall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
