package org.tongqu.platform.matter.evaluation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * When is counted, configured under {@code tongqu.evaluation}.
 *
 * @param watch whether this program counts and freezes by itself
 * @param begins how long after the platform serves it looks first
 * @param settles how long after its end a period is frozen, so that what fell due at the end is written
 * @param countsEvery how old the provisional figures get
 * @param appealWithin how long after a period was frozen its scores can be appealed against
 * @param answerWithin how long supervision may take to answer an appeal
 */
@ConfigurationProperties("tongqu.evaluation")
public record EvaluationTerms(
        @DefaultValue("true") boolean watch,
        @DefaultValue("20s") Duration begins,
        @DefaultValue("10m") Duration settles,
        @DefaultValue("15m") Duration countsEvery,
        @DefaultValue("10 working days") String appealWithin,
        @DefaultValue("10 working days") String answerWithin) {

    public Limit appeal() {
        return Limit.parse(appealWithin).orElseThrow();
    }

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }
}
