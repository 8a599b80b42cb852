/**
 * Interface services (接口服务): a department's HTTP interface about a resource is called through the platform, with a key
 * under an agreement, and in no other way. What the agreement does not grant does not leave.
 *
 * <p>In: endpoints declared by their departments, calls with keys. Out: answers as far and as hidden as agreed, meters and
 * the journal under the agreement's id, without what was asked or answered. Knows the catalogue and agreements; keeps no
 * record of any person.
 */
@ApplicationModule(
        id = "data.interfaces",
        displayName = "Interface services",
        allowedDependencies = {
            "data.agreements",
            "data.catalog",
            "data.exchange",
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
package org.tongqu.platform.data.interfaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
