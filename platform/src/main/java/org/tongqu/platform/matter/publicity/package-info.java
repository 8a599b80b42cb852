/**
 * Publicity of licences and of administrative penalties (双公示): what was decided about whom, in the fields of the national
 * list, within seven working days.
 *
 * <p>In: licences as they were issued, penalty decisions that officers register. Out: two public shelves, penalties as files of the
 * open resource that the catalogue has for them, a duty for supervision until a decision is published. A licence is published by being issued. What is personal is masked before it is
 * kept; nothing unmasked is stored here.
 */
@ApplicationModule(
        id = "matter.publicity",
        displayName = "Publicity",
        allowedDependencies = {
            "matter.intake",
            "matter.services",
            "matter.licences",
            "matter.supervision",
            "data.catalog",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "operate.demo",
            "operate.sheets",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.matter.publicity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
