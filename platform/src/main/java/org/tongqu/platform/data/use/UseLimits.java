package org.tongqu.platform.data.use;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * How much may be asked, configured under {@code tongqu.use}.
 *
 * @param perMinute calls under one agreement about one register, in each program
 * @param atOnce calls that one program answers at the same moment
 * @param waiting how many may wait for the next change at the same moment, in each program
 * @param records how many records one call may be about
 * @param tracesKept how long somebody can see who looked at their data
 * @param answerWithin how long an organisation may take to say why it looked
 */
@ConfigurationProperties("tongqu.use")
public record UseLimits(
        @DefaultValue("60000") int perMinute,
        @DefaultValue("200") int atOnce,
        @DefaultValue("500") int waiting,
        @DefaultValue("100") int records,
        @DefaultValue("1095d") Duration tracesKept,
        @DefaultValue("5 working days") String answerWithin) {

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }
}
