/**
 * The book of service items (政务服务事项目录清单): every item of every office in the columns of the national list, whether it
 * can be applied for here or only at a window.
 *
 * <p>In: tables of items that offices hand in. Out: the list for everybody and for other systems, each item with all its
 * versions. Services of packs are items as well; those the packs themselves say.
 */
@ApplicationModule(
        id = "matter.items",
        displayName = "Service items",
        allowedDependencies = {
            "matter.services",
            "matter.supervision",
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
package org.tongqu.platform.matter.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
