/**
 * How well offices, posts and regions work (绩效评估): indicators with formulas and weights as data, scores and places of
 * months, quarters and years, provisional while a period is open and frozen at its end, each score down to its rows.
 *
 * <p>In: what other modules for matters have written, read by the database in a few statements; the passing of time. Out:
 * rankings, sheets, rows. Changes nothing but its own tables and the journal.
 */
@ApplicationModule(
        id = "matter.evaluation",
        displayName = "Evaluation",
        allowedDependencies = {
            "matter.items",
            "matter.services",
            "matter.supervision",
            "operate.sheets",
            "operate.start",
            "operate.store",
            "operate.web",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal"
        })
@NullMarked
package org.tongqu.platform.matter.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
