package org.tongqu.platform.matter.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.supervision.internal.DutyWatch;

/** What offices owe beside their cases, said by whoever knows it, in the transaction in which it begins and is done. */
@Service
public class Duties {

    private final DutyWatch watch;
    private final Clock clock;

    Duties(DutyWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Duty duty) {
        watch.begin(List.of(duty), clock.instant());
    }

    /** It was done, or is owed no longer. What was found before stays, but for a warning that was heeded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String id, Instant at) {
        watch.end(UUID.fromString(id), at);
    }

    /** Many at once, e.g. what another system hands over; of the past is found what time has made of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(List<Duty> duties) {
        watch.begin(duties, clock.instant());
    }

    /** It was done, and is owed again by another day: a warning is forgotten, what was found too late stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(Duty duty) {
        watch.renew(duty, clock.instant());
    }
}
