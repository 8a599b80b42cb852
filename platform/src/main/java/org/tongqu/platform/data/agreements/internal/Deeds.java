package org.tongqu.platform.data.agreements.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementMoved;
import org.tongqu.platform.data.agreements.Deed;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Writes what was done into the story and the journal, and tells of it, all in the transaction of the deed. */
@Component
public class Deeds {

    private final AgreementStore store;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deeds(AgreementStore store, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public void tell(SignedIn.Officer who, Agreement agreement, String deed, String why) {
        var now = now();
        store.tell(agreement.id(), new Deed(deed, now, who.actor(), who.name(), who.organisation(), why));
        var entry = Entry.of(
                        now, who.doer(), "agreements.agreement-" + deed, new Entry.Subject("agreement", agreement.id()))
                .under(agreement.id())
                .with(Datum.empty()
                        .with(
                                "resource",
                                Datum.of(agreement.subject().resource().value()))
                        .with("consumer", Datum.of(agreement.parties().consumer()))
                        .with("provider", Datum.of(agreement.parties().provider())));
        journal.append(why.isEmpty() ? entry : entry.because(why));
        events.publishEvent(new AgreementMoved(agreement, deed));
    }
}
