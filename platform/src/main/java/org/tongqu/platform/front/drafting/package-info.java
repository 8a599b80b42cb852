/**
 * Where processes are drawn in the browser: which there are, what is in use, the draft with the modeler or as text, what it
 * would change, and who approved what.
 *
 * <p>In: the drafts, the processes in use, how many cases run by them, what a drawing would have made of cases that were. Out: pages of the desk. Holds nothing.
 */
@ApplicationModule(
        id = "front.drafting",
        displayName = "Drawing processes",
        allowedDependencies = {
            "front.answers",
            "matter.casework",
            "matter.processes",
            "matter.services",
            "matter.studio",
            "operate.web",
            "trust.access",
            "trust.directory",
            "trust.identity"
        })
@NullMarked
package org.tongqu.platform.front.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
