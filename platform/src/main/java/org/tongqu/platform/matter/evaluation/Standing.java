package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.kernel.text.Label;

/**
 * Where somebody stands in a period.
 *
 * @param before where they stood in the period before
 * @param amended where they would stand by what appeals amended; the place itself stays
 */
public record Standing(Ranking.Place place, Label name, Optional<Ranking.Place> before, Optional<Amended> amended) {

    /**
     * @param place where it would stand; nothing where too little is left of it to be ranked
     * @param appeals that amended it, in their order
     */
    public record Amended(Optional<Ranking.Place> place, List<String> appeals) {
        public Amended {
            appeals = List.copyOf(appeals);
        }
    }

    /** By how much the total changed. */
    public Optional<BigDecimal> change() {
        return before.map(known -> place.total().subtract(known.total()));
    }
}
