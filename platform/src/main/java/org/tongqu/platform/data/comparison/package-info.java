/**
 * Comparison (比对核查): what a department delivered is laid beside another delivery, or beside golden records, by declared jobs; what does not agree is
 * kept, taken back to its source as a correction, looked at again after the next delivery and closed when it is gone.
 *
 * <p>In: {@code comparisons/*.yaml} of packs, {@link org.tongqu.platform.data.exchange.Exchanged}, {@link
 * org.tongqu.platform.data.corrections.CorrectionMoved}. Out: findings and their corrections, {@link
 * org.tongqu.platform.data.comparison.ChecksRead}. Reads deliveries where they
 * stand and as their agreements show them; moves none.
 */
@ApplicationModule(
        id = "data.comparison",
        displayName = "Comparison",
        allowedDependencies = {
            "data.agreements",
            "data.catalog",
            "data.corrections",
            "data.exchange",
            "data.golden",
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
package org.tongqu.platform.data.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
