/**
 * The catalogue of government data (政务数据资源目录): which resources there are, what each item of them means, who is its
 * source of truth, and under which condition it may be used. A department compiles, its data lead reviews, the data
 * authority publishes; every published edition stays readable.
 *
 * <p>In: what departments write or hand in as a table. Out: published editions, for people and for those who agree on
 * using them. Knows organisations and who acts for them; moves no data.
 */
@ApplicationModule(
        id = "data.catalog",
        displayName = "Data catalogue",
        allowedDependencies = {
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
package org.tongqu.platform.data.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
