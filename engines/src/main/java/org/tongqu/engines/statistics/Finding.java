package org.tongqu.engines.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something about a figure that has to be put right or accounted for.
 *
 * @param region of the figure
 * @param amounts the figure and what it was held against, in the order in which the words of the kind name them
 */
public record Finding(Kind kind, String region, List<BigDecimal> amounts) {

    public Finding {
        amounts = List.copyOf(amounts);
    }

    public enum Kind {
        MISSING,
        RANGE,
        REGIONS_SUM,
        NEVER_FALLS,
        PARTS,
        CHANGE;

        /** In small letters with dashes. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What an answer is given to: another figure is another finding. */
    public String key() {
        return kind.code() + " " + region + " "
                + amounts.stream()
                        .map(amount -> amount.stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" "));
    }
}
