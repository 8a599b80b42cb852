package org.tongqu.platform.data.corrections;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * How long a department may take, configured under {@code tongqu.corrections}; local rules differ, so nothing is fixed.
 *
 * @param answerWithin the department that gave the value, to correct it or to say why not
 */
@ConfigurationProperties("tongqu.corrections")
public record CorrectionClocks(
        @DefaultValue("10 working days") String answerWithin) {

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }
}
