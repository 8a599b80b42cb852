package org.tongqu.platform.matter.supervision.internal;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.catalog.Awaited;
import org.tongqu.platform.data.catalog.UpkeepMoved;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;

/** What departments owe to those who use their data: each shared resource brought up to date within its cycle. */
@Component
class UpkeepWatch {

    static final String KIND = "update";

    private final Duties duties;

    UpkeepWatch(Duties duties) {
        this.duties = duties;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UpkeepMoved moved) {
        var id = moved.now().map(UpkeepWatch::id);
        moved.before()
                .map(UpkeepWatch::id)
                .filter(old -> !id.equals(Optional.of(old)))
                .ifPresent(old -> duties.end(old, moved.at()));
        moved.now().ifPresent(awaited -> duties.renew(duty(awaited)));
    }

    static Duty duty(Awaited awaited) {
        var term = awaited.term();
        return new Duty(
                id(awaited),
                KIND,
                awaited.resource().value(),
                awaited.name(),
                new Duty.Owed(awaited.organisation(), ""),
                "/desk/catalog/" + awaited.resource().key(),
                new Duty.Term(term.since(), Optional.of(term.warnAt()), term.dueAt()));
    }

    /** One duty as long as the cycle is kept; after a break another one, so that the break stays on record. */
    private static String id(Awaited awaited) {
        var name = "upkeep " + awaited.resource() + " "
                + awaited.term().keptSince().toEpochMilli();
        return Duty.named(name);
    }
}
