/**
 * Sharing agreements (数据共享协议): a department asks for items of another's resource, the provider answers in time, the data
 * authority checks, and from then on the agreement is what every flow is measured against. One id is carried from the
 * request to whatever is moved or corrected under it.
 *
 * <p>In: requests and answers. Out: {@link org.tongqu.platform.data.agreements.Permit}s for those who move data, {@link
 * org.tongqu.platform.data.agreements.AgreementMoved}. Knows the catalogue, organisations and the calendar; moves no data.
 */
@ApplicationModule(
        id = "data.agreements",
        displayName = "Sharing agreements",
        allowedDependencies = {
            "data.catalog",
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
package org.tongqu.platform.data.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
