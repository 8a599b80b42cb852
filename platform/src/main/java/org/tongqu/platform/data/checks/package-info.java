/**
 * Checks at the counter (核对): an officer asks what departments delivered about the people of one application, e.g. the
 * means of a family that applies for assistance (居民家庭经济状况核对).
 *
 * <p>In: {@link org.tongqu.platform.data.comparison.ChecksRead}, numbers of citizens with their consent. Out: rows as their
 * agreements show them, or why nothing can be said; the journal, a trace for each person. Keeps nothing of what was asked.
 */
@ApplicationModule(
        id = "data.checks",
        displayName = "Checks at the counter",
        allowedDependencies = {
            "data.agreements",
            "data.catalog",
            "data.comparison",
            "data.exchange",
            "data.golden",
            "data.use",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
