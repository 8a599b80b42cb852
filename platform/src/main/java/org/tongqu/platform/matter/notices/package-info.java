/**
 * Who was told what about a matter, and whether they read it. A pack says which point of a case calls for which words;
 * they are kept in the transaction that brings the case there, so that nobody was told what did not happen.
 *
 * <p>In: {@code CaseMoved}, {@code AgreementMoved}, {@code DemandMoved}, {@code CorrectionMoved}. Out: messages on the site and, where a gateway offers a {@link
 * org.tongqu.platform.matter.notices.NoticeChannel}, by other ways. Knows packs and cases; changes no case.
 */
@ApplicationModule(
        id = "matter.notices",
        displayName = "Notices",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "matter.casework",
            "data.agreements",
            "data.catalog",
            "data.corrections",
            "data.demands",
            "trust.directory",
            "trust.identity",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.matter.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
