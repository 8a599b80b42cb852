package org.tongqu.platform.matter.publicity;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.publicity.Penalty.Severity;

/**
 * By when is published and for how long, configured under {@code tongqu.publicity}.
 *
 * @param publishWithin of the day of the decision
 * @param repairGeneral how long a general one is shown before credit can be repaired; a minor one not at all
 * @param repairSerious how long a serious one is
 * @param columns the columns of the national list, as a table of code, name, field and need
 * @param values what stands in its cells and what it means here, as a table of field, said and means
 * @param severity of a decision whose table does not say until when it is shown
 * @param minor how long after the decision a minor one is shown, e.g. {@code P3M}
 */
@ConfigurationProperties("tongqu.publicity")
public record PublicityTerms(
        @DefaultValue("7 working days") String publishWithin,
        @DefaultValue("P3M") Period minor,
        @DefaultValue("P1Y") Period general,
        @DefaultValue("P3Y") Period serious,
        @DefaultValue("P3M") Period repairGeneral,
        @DefaultValue("P1Y") Period repairSerious,

        @DefaultValue("classpath:org/tongqu/platform/matter/publicity/penalty-columns.csv")
        Resource columns,

        @DefaultValue("classpath:org/tongqu/platform/matter/publicity/penalty-values.csv")
        Resource values,

        @DefaultValue("general") Severity severity) {

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

    /** The first day on which credit can be repaired of a decision that is shown since then. */
    public LocalDate repairable(LocalDate shownSince, Severity severity) {
        return shownSince.plus(
                switch (severity) {
                    case MINOR -> Period.ZERO;
                    case GENERAL -> repairGeneral;
                    case SERIOUS -> repairSerious;
                });
    }
}
