package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.statistics.Due;
import org.tongqu.platform.data.statistics.ReleaseMoved;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/** What offices of statistics owe to everybody: figures released on the day that the calendar of releases says. */
@Component
class ReleaseWatch {

    private final Duties duties;

    ReleaseWatch(Duties duties) {
        this.duties = duties;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReleaseMoved moved) {
        if (moved.due().released().isPresent()) {
            duties.end(id(moved.due()), moved.at());
        } else {
            duties.renew(duty(moved));
        }
    }

    private static Duty duty(ReleaseMoved moved) {
        var due = moved.due();
        return new Duty(
                id(due),
                "release",
                name(due),
                due.indicator().said().title().zh(),
                new Duty.Owed(moved.organisation(), ""),
                "/desk/statistics/" + due.indicator().code() + "/"
                        + due.period().id(),
                new Duty.Term(begin(due.period().until()), begin(due.day().plusDays(1))));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private static String name(Due due) {
        return due.indicator().code() + " " + due.period().id();
    }

    private static String id(Due due) {
        return Duty.named("release " + name(due));
    }
}
