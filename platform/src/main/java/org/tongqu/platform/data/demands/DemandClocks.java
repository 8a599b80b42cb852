package org.tongqu.platform.data.demands;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * How long each side may take, configured under {@code tongqu.demands}; local rules differ, so nothing is fixed.
 *
 * @param assignWithin the data authority, to find the department in charge
 * @param answerWithin that department
 */
@ConfigurationProperties("tongqu.demands")
public record DemandClocks(
        @DefaultValue("3 working days") String assignWithin,
        @DefaultValue("10 working days") String answerWithin) {

    public Limit assignment() {
        return Limit.parse(assignWithin).orElseThrow();
    }

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }
}
