/**
 * Joint handling (并联审批) in words: which organisations do their steps of a case at the same time, how far each is, and
 * what that saves against one after the other. The same for the applicant and for the officers.
 *
 * <p>In: the story of a case. Out: a part of a page.
 */
@ApplicationModule(
        id = "front.joint",
        displayName = "Joint handling in words",
        allowedDependencies = {"matter.casework", "trust.directory", "operate.web", "front.answers"})
@NullMarked
package org.tongqu.platform.front.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
