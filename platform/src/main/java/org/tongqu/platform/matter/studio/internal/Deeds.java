package org.tongqu.platform.matter.studio.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.matter.studio.View;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Writes what is done in the studio into the journal, in the transaction of the deed. */
@Component
public class Deeds {

    private final Journal journal;
    private final Clock clock;

    Deeds(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public void asked(SignedIn.Officer who, long id, RehearsalStore.Asking asking) {
        var change = asking.change();
        write(
                who.doer(),
                "studio.rehearse",
                id,
                Datum.empty()
                        .with("pack", Datum.of(change.packId()))
                        .with("content", Datum.of(change.after().hash()))
                        .with("cases", Datum.of(asking.all())));
    }

    public void cancelled(SignedIn.Officer who, long id) {
        write(who.doer(), "studio.cancel", id, Datum.empty());
    }

    public void exported(SignedIn.Officer who, long id, View view) {
        write(who.doer(), "studio.export", id, Datum.empty().with("view", Datum.of(view.code())));
    }

    void complete(Rehearsed of, int played) {
        write(Entry.Doer.SYSTEM, "studio.complete", of.id(), Datum.empty().with("cases", Datum.of(played)));
    }

    void failed(Rehearsed of) {
        write(Entry.Doer.SYSTEM, "studio.fail", of.id(), Datum.empty());
    }

    private void write(Entry.Doer who, String verb, long id, Datum details) {
        journal.append(Entry.of(clock.instant(), who, verb, new Entry.Subject("rehearsal", String.valueOf(id)))
                .with(details));
    }
}
