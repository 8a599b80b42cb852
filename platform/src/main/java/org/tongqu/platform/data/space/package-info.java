/**
 * Space (空间数据): things of declared registers that have a place on the map, found by where they are, and told as the
 * standard OGC API - Features asks.
 *
 * <p>In: the changes of golden records, in their order. Out: collections and features, addresses resolved to street,
 * community and cell, a map. Knows registers, shapes and who may see which attribute; keeps no attribute of a person and
 * nothing that is sealed.
 */
@ApplicationModule(
        id = "data.space",
        displayName = "Space",
        allowedDependencies = {
            "data.catalog",
            "data.golden",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "operate.demo",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
