package org.tongqu.platform.data.agreements.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementClocks;
import org.tongqu.platform.trust.directory.Directory;

/** By which day whoever has to act must have done so. */
@Component
public class Deadlines {

    private final AgreementClocks clocks;
    private final Directory directory;

    Deadlines(AgreementClocks clocks, Directory directory) {
        this.clocks = clocks;
        this.directory = directory;
    }

    /** The last day in time from now on; none where nobody has to act or the calendar does not know the year. */
    public Optional<LocalDate> of(Agreement agreement, Instant now) {
        return limit(agreement).flatMap(limit -> switch (limit.dueDate(now, directory.calendar())) {
            case Outcome.Done<LocalDate, YearWithoutData>(var day) -> Optional.of(day);
            case Outcome.Refused<LocalDate, YearWithoutData> unknown -> Optional.empty();
        });
    }

    private Optional<Limit> limit(Agreement agreement) {
        return switch (agreement.state()) {
            case REQUESTED -> Optional.of(clocks.answer());
            case CHECKING -> Optional.of(clocks.check());
            case DISPUTED -> Optional.of(clocks.arbitration());
            case ACTIVE -> agreement.renewal().map(day -> clocks.answer());
            case SUSPENDED, REFUSED, WITHDRAWN, REVOKED -> Optional.empty();
        };
    }
}
