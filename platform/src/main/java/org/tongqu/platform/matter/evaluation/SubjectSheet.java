package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.kernel.text.Label;

/**
 * The scores of one subject in a period.
 *
 * @param amounts what was counted of it, by measure
 * @param standing where that puts it; nothing where there is no total
 */
public record SubjectSheet(
        PeriodState state,
        Subject subject,
        Label name,
        Sheet sheet,
        Map<String, BigDecimal> amounts,
        Optional<Standing> standing) {

    public SubjectSheet {
        amounts = Map.copyOf(amounts);
    }
}
