package org.tongqu.platform.matter.publicity;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.publicity.Penalty.Severity;

/**
 * By when is published and for how long, configured under {@code tongqu.publicity}.
 *
 * @param publishWithin of the day of the decision
 * @param minor how long after the decision a minor one is shown, e.g. {@code P3M}
 */
@ConfigurationProperties("tongqu.publicity")
public record PublicityTerms(
        @DefaultValue("7 working days") String publishWithin,
        @DefaultValue("P3M") Period minor,
        @DefaultValue("P1Y") Period general,
        @DefaultValue("P3Y") Period serious) {

    public Limit publish() {
        return Limit.parse(publishWithin).orElseThrow();
    }

    /** The first day on which a decision of that day is no longer shown. */
    public LocalDate until(LocalDate decidedOn, Severity severity) {
        return decidedOn.plus(
                switch (severity) {
                    case MINOR -> minor;
                    case GENERAL -> general;
                    case SERIOUS -> serious;
                });
    }
}
