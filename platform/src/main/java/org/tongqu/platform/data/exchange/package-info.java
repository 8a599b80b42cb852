/**
 * The exchange centre (交换中心): flows between departments' systems, each under an agreement. Before a run and between its
 * batches it asks whether the agreement permits it; without one nothing flows.
 *
 * <p>In: flows declared in {@code exchanges/*.yaml}, systems with their sealed logins, {@link
 * org.tongqu.platform.data.agreements.AgreementMoved}. Out: runs with their signed receipts, rows set aside, meters by agreement,
 * {@link org.tongqu.platform.data.exchange.Exchanged}. Knows the catalogue and agreements; how rows are moved is the
 * business of the Maven module of the same name.
 */
@ApplicationModule(
        id = "data.exchange",
        displayName = "Exchange centre",
        allowedDependencies = {
            "data.agreements",
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
package org.tongqu.platform.data.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
