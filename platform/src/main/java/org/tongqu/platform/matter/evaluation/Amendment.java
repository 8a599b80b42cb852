package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;

/**
 * What an upheld appeal makes of a frozen score; it stands beside the frozen figure.
 *
 * @param points of the indicator; nothing where nothing is left to measure
 * @param total with this and every earlier amendment of the subject in the period; nothing where too little is left of it to
 *     be ranked
 */
public record Amendment(
        String appeal, Period period, Subject subject, Scored scored, Optional<BigDecimal> total, Instant at) {

    public record Scored(String indicator, Optional<BigDecimal> value, Optional<BigDecimal> points) {}
}
