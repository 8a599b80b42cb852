package org.tongqu.platform.matter.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementMoved;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/** What departments owe to those who ask for their data: each request answered in time. */
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
        if (agreement.state() == Agreement.Kept.REQUESTED) {
            agreement.dueOn().ifPresent(day -> duties.begin(duty(agreement, day)));
        } else {
            duties.end(id(agreement), clock.instant());
        }
    }

    private static Duty duty(Agreement agreement, LocalDate lastDay) {
        return new Duty(
                id(agreement),
                "agreement",
                agreement.id(),
                agreement.subject().name(),
                new Duty.Owed(agreement.parties().provider(), ""),
                "/desk/agreements/" + agreement.id(),
                new Duty.Term(
                        agreement.asked().at(),
                        lastDay.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant()));
    }

    private static String id(Agreement agreement) {
        return Duty.named("agreement " + agreement.id());
    }
}
