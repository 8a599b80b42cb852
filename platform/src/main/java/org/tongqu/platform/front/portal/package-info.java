/**
 * The door for citizens and firms. Finds the service, asks what it asks for, shows where every matter stands and what was
 * decided, and lets anybody check a licence.
 *
 * <p>In: what people type and send. Out: pages. Holds no business: every act is a verb of another module, every rule
 * comes from a pack.
 */
@ApplicationModule(
        id = "front.portal",
        displayName = "Portal",
        allowedDependencies = {
            "front.answers",
            "front.joint",
            "operate.start",
            "operate.web",
            "trust.directory",
            "trust.identity",
            "trust.seals",
            "data.registers",
            "matter.services",
            "matter.intake",
            "matter.items",
            "matter.casework",
            "matter.decisions",
            "matter.hall",
            "matter.licences",
            "matter.notices",
            "matter.ratings",
            "matter.supervision"
        })
@NullMarked
package org.tongqu.platform.front.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
