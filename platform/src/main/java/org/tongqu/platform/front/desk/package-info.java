/**
 * The officers' door: what waits, one case with its whole story, the decision form, and the supervision pages.
 *
 * <p>In: requests of signed-in officers. Out: commands to casework and pages. Holds no business: each figure, list and
 * refusal comes from the module that owns it. Knows matter and trust; nobody knows the desk.
 */
@ApplicationModule(
        id = "front.desk",
        displayName = "Desk",
        allowedDependencies = {
            "data.golden",
            "matter.services",
            "matter.intake",
            "matter.casework",
            "matter.decisions",
            "matter.licences",
            "matter.notices",
            "matter.supervision",
            "trust.directory",
            "trust.identity",
            "trust.access",
            "front.answers",
            "front.joint",
            "trust.journal",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.front.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
