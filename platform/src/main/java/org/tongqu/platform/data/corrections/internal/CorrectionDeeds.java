package org.tongqu.platform.data.corrections.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.YearWithoutData;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionClocks;
import org.tongqu.platform.data.corrections.CorrectionDeed;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.corrections.CorrectionsReported;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Writes what was done into the story and the journal, and tells of it, all in the transaction of the deed. */
@Component
public class CorrectionDeeds {

    private final CorrectionStore store;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CorrectionClocks clocks;
    private final Directory directory;
    private final Clock clock;

    CorrectionDeeds(
            CorrectionStore store,
            Journal journal,
            ApplicationEventPublisher events,
            CorrectionClocks clocks,
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

    public Optional<Correction.Due> due(Instant from) {
        return due(from, clocks.answer());
    }

    public Optional<Correction.Due> due(Instant from, Limit within) {
        var calendar = directory.calendar();
        return switch (within.dueAfter(from, calendar)) {
            case Outcome.Done<Instant, YearWithoutData>(var at) ->
                within.dueDate(from, calendar)
                        .fold(day -> Optional.of(new Correction.Due(day, at)), unknown -> Optional.empty());
            case Outcome.Refused<Instant, YearWithoutData> unknown -> Optional.empty();
        };
    }

    /** Neither the key nor a value: what is personal stays out of the journal. */
    public void tell(Entry.Doer who, Correction correction, String deed, String why) {
        var now = now();
        store.tell(correction.id(), new CorrectionDeed(deed, now, who.id(), who.name(), why));
        var entry = entry(who, correction, deed, now);
        journal.append(why.isEmpty() ? entry : entry.because(why));
        events.publishEvent(new CorrectionMoved(correction, deed, now));
    }

    /** Many of one flow, reported by the same. */
    public void tellAll(Entry.Doer who, List<Correction> made) {
        var now = now();
        store.tellAll(made, new CorrectionDeed("report", now, who.id(), who.name(), ""));
        journal.appendAll(made.stream()
                .map(correction -> entry(who, correction, "report", now)
                        .because(correction.told().why()))
                .toList());
        events.publishEvent(new CorrectionsReported(made, now));
    }

    private static Entry entry(Entry.Doer who, Correction correction, String deed, Instant now) {
        var origin = correction.origin();
        return Entry.of(now, who, "corrections." + deed, new Entry.Subject("correction", correction.id()))
                .under(origin.agreement())
                .with(Datum.empty()
                        .with("flow", Datum.of(origin.flow()))
                        .with("resource", Datum.of(origin.resource()))
                        .with("consumer", Datum.of(origin.consumer()))
                        .with("provider", Datum.of(origin.provider())));
    }
}
