package org.tongqu.platform.data.demands.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandAnswer;
import org.tongqu.platform.data.demands.DemandClocks;
import org.tongqu.platform.data.demands.DemandDeed;
import org.tongqu.platform.data.demands.DemandMoved;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Writes what was done into the story and the journal, and tells of it, all in the transaction of the deed. */
@Component
public class DemandDeeds {

    private final DemandStore store;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final DemandClocks clocks;
    private final Directory directory;
    private final Clock clock;

    DemandDeeds(
            DemandStore store,
            Journal journal,
            ApplicationEventPublisher events,
            DemandClocks clocks,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.events = events;
        this.clocks = clocks;
        this.directory = directory;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** By which day whoever has to act in this state must have done so; none where nobody has. */
    public Optional<LocalDate> dueOn(Demand.State state, Instant from) {
        Optional<Limit> limit = switch (state) {
            case ASKED, NOT_HELD -> Optional.of(clocks.assignment());
            case ASSIGNED -> Optional.of(clocks.answer());
            case ANSWERED, NOT_SHAREABLE, UNMET, WITHDRAWN -> Optional.empty();
        };
        return limit.flatMap(known -> switch (known.dueDate(from, directory.calendar())) {
            case Outcome.Done<LocalDate, YearWithoutData>(var day) -> Optional.of(day);
            case Outcome.Refused<LocalDate, YearWithoutData> unknown -> Optional.empty();
        });
    }

    public void tell(SignedIn.Officer who, Demand demand, String deed, DemandAnswer answer) {
        var now = now();
        var about = answer.organisation() + answer.resource();
        var why = answer.why().strip();
        store.tell(
                demand.id(),
                new DemandDeed(
                        deed, now, new DemandDeed.Hand(who.actor(), who.name()), who.organisation(), about, why));
        var told = Datum.empty().with("consumer", Datum.of(demand.asked().organisation()));
        if (demand.assigned().isPresent()) {
            told = told.with("provider", Datum.of(demand.assigned().get()));
        }
        if (demand.resource().isPresent()) {
            told = told.with("resource", Datum.of(demand.resource().get().value()));
        }
        var entry = Entry.of(now, who.doer(), "demands.demand-" + deed, new Entry.Subject("demand", demand.id()))
                .with(told);
        journal.append(why.isEmpty() ? entry : entry.because(why));
        events.publishEvent(new DemandMoved(demand, deed));
    }
}
