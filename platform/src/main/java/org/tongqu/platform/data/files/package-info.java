/**
 * Batches of files that departments deliver for flows: received in pieces and gone on with after a break, checked as a whole,
 * put in order, and taken by the runs of the exchange.
 *
 * <p>In: manifests signed by a system's key, files over HTTP, by an officer's browser or in a shared folder, {@link
 * org.tongqu.platform.data.exchange.Exchanged}. Out: folders from which the exchange reads. Knows flows; knows nothing of
 * agreements, which the exchange asks for before and during each run.
 */
@ApplicationModule(
        id = "data.files",
        displayName = "Batches of files",
        allowedDependencies = {
            "data.catalog",
            "data.exchange",
            "trust.access",
            "trust.directory",
            "trust.identity",
            "trust.journal",
            "trust.seals",
            "operate.start",
            "operate.store",
            "operate.web"
        })
@NullMarked
package org.tongqu.platform.data.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
