/**
 * Statistics (宏观经济与统计): figures of declared indicators by region and period, reported, reviewed and released by the office
 * that answers for them.
 *
 * <p>In: tables of figures, answers to what the checks found, planned days. Out: released figures with all their versions,
 * as known on any day, and what follows from them: growth, shares, places, indices. Knows declarations and offices; knows
 * no record of a person or a firm.
 */
@ApplicationModule(
        id = "data.statistics",
        displayName = "Statistics",
        allowedDependencies = {
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
package org.tongqu.platform.data.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
