/**
 * Whether what was promised is kept, and what came of it where it was not. Watches all cases and never changes one.
 *
 * <p>In: {@code CaseMoved}, {@code UpkeepMoved}, {@code CorrectionMoved}, {@code AgreementMoved}, the passing of time, what supervisors order. Out: lamps by organisation, what rules found, the
 * rows behind each figure and the events behind each lamp, indicators with their formula, supervision orders, evidence to
 * take away. A lamp is never stored: it follows from the clock and the time of asking. Writes its own tables and the
 * journal alone.
 */
@ApplicationModule(
        id = "matter.supervision",
        displayName = "Supervision",
        allowedDependencies = {
            "matter.services",
            "data.agreements",
            "data.catalog",
            "data.corrections",
            "data.statistics",
            "data.use",
            "trust.identity",
            "matter.intake",
            "matter.casework",
            "matter.notices",
            "trust.journal",
            "operate.demo",
            "trust.directory",
            "trust.access",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
