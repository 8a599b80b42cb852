package org.tongqu.platform.data.exchange.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.table.Reconciliation;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Comparison.State;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Keeps comparisons, each step with its entry in the journal in one transaction. */
@Component
public class Comparisons {

    private final ComparisonStore store;
    private final Journal journal;
    private final Clock clock;

    Comparisons(ComparisonStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins one; nothing when one of the flow is under way. */
    @Transactional
    public Optional<Comparison> begin(SignedIn.Officer who, Preparing.Permitted ready) {
        var flow = ready.planned().id();
        var id = store.begin(
                flow, ready.permit().agreement(), who.staff(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var begun = store.find(flow, id.getAsLong()).orElseThrow();
        tell(begun, who.doer(), "exchange.compare", Datum.empty());
        return Optional.of(begun);
    }

    void came(Comparison begun, Comparison.Read read) {
        store.came(begun.id(), read, clock.instant());
    }

    @Transactional
    public void end(Comparison begun, State state, Reason reason) {
        store.end(begun.id(), state, reason, clock.instant());
        tell(begun, Entry.Doer.SYSTEM, "exchange.compare-" + state.code(), Datum.empty());
    }

    @Transactional
    public void complete(Comparison begun, Reconciliation found, Comparer.Covered covered) {
        store.complete(begun, found, covered::shown, clock.instant());
        tell(
                begun,
                Entry.Doer.SYSTEM,
                "exchange.compare-complete",
                Datum.empty()
                        .with("rowsAtSource", Datum.of(found.sourceRows()))
                        .with("rowsAtTarget", Datum.of(found.targetRows()))
                        .with("rowsDiffering", Datum.of((long)
                                found.differences().size())));
    }

    private void tell(Comparison of, Entry.Doer doer, String verb, Datum details) {
        journal.append(Entry.of(clock.instant(), doer, verb, new Entry.Subject("flow", of.flow()))
                .under(of.agreement())
                .with(details.with("comparison", Datum.of(of.id()))));
    }
}
