package org.tongqu.platform.data.exchange.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.internal.NodeStore.Invited;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Journals what is done with nodes, in the transaction of the caller. */
@Component
public class NodeDeeds {

    private final Journal journal;

    NodeDeeds(Journal journal) {
        this.journal = journal;
    }

    public void invited(SignedIn.Officer who, Invited invited, Instant now) {
        var subject = new Entry.Subject("exchange-system", invited.system());
        journal.append(Entry.of(now, who.doer(), "exchange.node-invite", subject)
                .with(Datum.empty().with("organisation", Datum.of(invited.organisation()))));
    }

    void enrolled(long node, Invited invited, Instant now) {
        var subject = new Entry.Subject("node", String.valueOf(node));
        journal.append(Entry.of(now, new Entry.Doer("node-" + node, ""), "exchange.node-enrol", subject)
                .with(Datum.empty()
                        .with("system", Datum.of(invited.system()))
                        .with("organisation", Datum.of(invited.organisation()))));
    }

    void loginRemoved(Node node, Instant now) {
        var subject = new Entry.Subject("node", String.valueOf(node.id()));
        journal.append(Entry.of(now, new Entry.Doer("node-" + node.id(), ""), "exchange.node-login-removed", subject)
                .with(Datum.empty().with("system", Datum.of(node.system()))));
    }

    public void takenBack(SignedIn.Officer who, Node node, Instant now) {
        var subject = new Entry.Subject("node", String.valueOf(node.id()));
        journal.append(Entry.of(now, who.doer(), "exchange.node-take-back", subject)
                .with(Datum.empty().with("system", Datum.of(node.system()))));
    }
}
