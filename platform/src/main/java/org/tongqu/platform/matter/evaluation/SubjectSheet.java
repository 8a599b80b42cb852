package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.kernel.text.Label;

/**
 * The scores of one subject in a period.
 *
 * @param counted what was counted of it, and what appeals amended
 * @param standing where that puts it; nothing where there is no total
 */
public record SubjectSheet(
        PeriodState state, Subject subject, Label name, Sheet sheet, Counted counted, Optional<Standing> standing) {

    /** @param amounts by measure; @param amended in the order in which they were made */
    public record Counted(Map<String, BigDecimal> amounts, List<Amendment> amended) {
        public Counted {
            amounts = Map.copyOf(amounts);
            amended = List.copyOf(amended);
        }
    }

    /** What was counted of it, by measure. */
    public Map<String, BigDecimal> amounts() {
        return counted.amounts();
    }

    /** What the last appeal against this indicator made of it. */
    public Optional<Amendment> amended(String indicator) {
        return counted.amended().stream()
                .filter(amendment -> amendment.scored().indicator().equals(indicator))
                .reduce((first, second) -> second);
    }
}
