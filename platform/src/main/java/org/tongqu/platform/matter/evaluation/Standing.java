package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.kernel.text.Label;

/**
 * Where somebody stands in a period.
 *
 * @param before where they stood in the period before
 */
public record Standing(Ranking.Place place, Label name, Optional<Ranking.Place> before) {

    /** By how much the total changed. */
    public Optional<BigDecimal> change() {
        return before.map(known -> place.total().subtract(known.total()));
    }
}
