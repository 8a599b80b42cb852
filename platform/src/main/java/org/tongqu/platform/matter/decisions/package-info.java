/**
 * What was decided, under which document number, for what reason and on what basis; and what of it the public may read.
 *
 * <p>In: service tasks of cases and {@code CaseMoved}. Out: decisions of a case, the public lists. Nothing personal reaches
 * a public list unmasked.
 */
@ApplicationModule(
        id = "matter.decisions",
        displayName = "Decisions",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "matter.casework",
            "data.registers",
            "trust.directory",
            "trust.access",
            "trust.journal",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
