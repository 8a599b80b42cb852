package org.tongqu.platform.data.agreements;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * How long each side may take, configured under {@code tongqu.agreements}; local rules differ, so nothing is fixed.
 *
 * @param answerWithin the provider of a conditional resource (政务数据共享条例: 10 working days)
 * @param checkWithin the data authority
 * @param arbitrateWithin the data authority about a refusal
 */
@ConfigurationProperties("tongqu.agreements")
public record AgreementClocks(
        @DefaultValue("10 working days") String answerWithin,
        @DefaultValue("2 working days") String checkWithin,
        @DefaultValue("15 working days") String arbitrateWithin) {

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }

    public Limit check() {
        return Limit.parse(checkWithin).orElseThrow();
    }

    public Limit arbitration() {
        return Limit.parse(arbitrateWithin).orElseThrow();
    }
}
