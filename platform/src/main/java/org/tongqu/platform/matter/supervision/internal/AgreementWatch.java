package org.tongqu.platform.matter.supervision.internal;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementMoved;
import org.tongqu.platform.data.agreements.Agreements.Owed;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/**
 * What departments owe to those who ask for their data, or for more time: each answered in time. Each asking is a duty of
 * its own, so that one that was answered late stays on record whatever is asked next.
 */
@Component
class AgreementWatch {

    private final Duties duties;
    private final Clock clock;

    AgreementWatch(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AgreementMoved moved) {
        var agreement = moved.agreement();
        var now = clock.instant();
        duties.end(id(agreement, agreement.version() - 1), now);
        if (agreement.awaitsAnswer()) {
            duty(new Owed(agreement, now)).ifPresent(duties::begin);
        }
    }

    /** Nothing of what has no last day. */
    static Optional<Duty> duty(Owed owed) {
        var agreement = owed.agreement();
        return agreement
                .dueOn()
                .map(lastDay -> new Duty(
                        id(agreement, agreement.version()),
                        agreement.asksForMoreTime() ? "agreement-renewal" : "agreement",
                        agreement.id(),
                        agreement.subject().name(),
                        new Duty.Owed(agreement.parties().provider(), ""),
                        "/desk/agreements/" + agreement.id(),
                        new Duty.Term(
                                owed.since(),
                                lastDay.plusDays(1)
                                        .atStartOfDay(WorkingCalendar.ZONE)
                                        .toInstant())));
    }

    /** @param version in which it was asked */
    private static String id(Agreement agreement, int version) {
        return Duty.named("agreement " + agreement.id() + (version == 1 ? "" : " " + version));
    }
}
