/**
 * What applicants say of how they were served (好差评), and what offices do about it. One rating of each contact point of a
 * matter; a bad one is followed up: called back, verified, put right, answered, and the applicant has the last word.
 *
 * <p>In: ratings of whoever holds a receipt, deeds of offices and supervisors. Out: public figures, duties for supervision,
 * notices. Knows cases; changes none. Who rated is never told to those who were rated.
 */
@ApplicationModule(
        id = "matter.ratings",
        displayName = "Ratings",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "matter.casework",
            "matter.notices",
            "matter.supervision",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.demo",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.matter.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
