package org.tongqu.platform.matter.evaluation;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.evaluation.Scheme;

/**
 * A period and how certain its figures are.
 *
 * @param scheme by which it is scored
 * @param frozen nothing while it is provisional
 * @param countedAt when its figures were last counted; nothing when they never were
 */
public record PeriodState(
        Period period, String edition, Scheme scheme, Optional<Frozen> frozen, Optional<Instant> countedAt) {

    /** @param digest SHA-256 over all that was frozen */
    public record Frozen(Instant at, long counted, String digest) {}
}
