/**
 * Receives what people fill in. A draft is the applicant's own and may be wrong; a submission is checked against its form,
 * frozen, numbered and announced as {@link org.tongqu.platform.matter.intake.Submitted}.
 *
 * <p>In: form answers and files. Out: {@code Submitted}. Knows the catalogue; knows nothing of casework.
 */
@ApplicationModule(
        id = "matter.intake",
        displayName = "Intake",
        allowedDependencies = {
            "matter.services",
            "data.golden",
            "data.registers",
            "data.use",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
