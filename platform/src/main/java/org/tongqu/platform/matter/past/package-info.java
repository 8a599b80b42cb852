/**
 * The past of the demo city: two years of matters in every state, decided by the real engine with a moving clock and
 * copied into the tables of the modules for matters. Nothing here runs in production.
 *
 * <p>In: the demo city and what packs say of how applications are invented. Out: rows.
 */
@ApplicationModule(
        id = "matter.past",
        displayName = "Past matters of the demo",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "matter.casework",
            "matter.decisions",
            "matter.licences",
            "matter.notices",
            "matter.supervision",
            "data.registers",
            "trust.directory",
            "operate.demo",
            "operate.start"
        })
@NullMarked
package org.tongqu.platform.matter.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
