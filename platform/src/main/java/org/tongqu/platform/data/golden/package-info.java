/**
 * Registers that packs declare, and their golden records (黄金记录): what each source said of a thing and when is kept,
 * and one record is made of it by the register's precedence and freshness.
 *
 * <p>In: deliveries of sources, merges with their reasons. Out: records with the origin of each field, as known on any
 * day. Knows declarations and seals; knows no matter and no service. {@code data.registers} beside it keeps what
 * matters wrote, which is a source of its own here.
 */
@ApplicationModule(
        id = "data.golden",
        displayName = "Golden records",
        allowedDependencies = {
            "data.agreements",
            "data.catalog",
            "data.registers",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.demo",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.golden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
