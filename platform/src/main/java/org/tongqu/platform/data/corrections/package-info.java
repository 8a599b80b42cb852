/**
 * Corrections (校核纠错): a department that got a wrong value says so under the agreement it came by, the department that
 * gave it corrects it at the source or says why not, and the corrected value closes it when it arrives.
 *
 * <p>In: reports and answers, {@link org.tongqu.platform.data.exchange.Exchanged}. Out: {@link
 * org.tongqu.platform.data.corrections.CorrectionMoved}. Knows flows and their agreements; changes no department's data.
 */
@ApplicationModule(
        id = "data.corrections",
        displayName = "Data corrections",
        allowedDependencies = {
            "data.catalog",
            "data.exchange",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
