/**
 * Discovery of what a department's databases hold: their dictionaries become drafts of the catalogue, and what has changed
 * in a table since is told beside its resource. No row of a department is read.
 *
 * <p>In: systems that are connected. Out: drafts that the department's people complete and have reviewed as any other.
 */
@ApplicationModule(
        id = "data.discovery",
        displayName = "Discovery of tables",
        allowedDependencies = {
            "data.catalog",
            "data.exchange",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
