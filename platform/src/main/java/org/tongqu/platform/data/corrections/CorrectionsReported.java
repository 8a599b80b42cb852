package org.tongqu.platform.data.corrections;

import java.time.Instant;
import java.util.List;

/**
 * Many wrong values of one flow were reported at once, e.g. by a comparison. Told in the transaction of the deed, instead of
 * one {@link CorrectionMoved} for each.
 *
 * @param corrections at least one, all with the same origin
 */
public record CorrectionsReported(List<Correction> corrections, Instant at) {

    public CorrectionsReported {
        corrections = List.copyOf(corrections);
    }
}
