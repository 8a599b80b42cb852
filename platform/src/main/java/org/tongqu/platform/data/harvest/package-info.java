/**
 * Harvest of other catalogues (目录采集): what another platform, a CKAN or a DCAT catalogue says that it has is read page by
 * page and can be found here, marked as from elsewhere. One bad record never stops the others; an interrupted run goes on
 * behind its last page.
 *
 * <p>In: sources that the data authority names, and what they answer. Out: foreign records with origin and link, and
 * those that could not be taken over with the reason. Brings descriptions only, no data; nothing of it can be asked for
 * here, and nothing of it is in the platform's own export.
 */
@ApplicationModule(
        id = "data.harvest",
        displayName = "Harvest of other catalogues",
        allowedDependencies = {
            "data.catalog",
            "trust.identity",
            "trust.journal",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.harvest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
