package org.tongqu.platform.data.files.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.file.BatchFault;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.UploadRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Batches that begin to arrive, by whichever way. */
@Component
public class Arrivals {

    private final BatchStore store;
    private final Checker checker;
    private final Flows flows;
    private final Journal journal;
    private final Clock clock;

    Arrivals(BatchStore store, Checker checker, Flows flows, Journal journal, Clock clock) {
        this.store = store;
        this.checker = checker;
        this.flows = flows;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins a batch, or goes on with the one that was begun with the same manifest.
     *
     * @param meant the flow in whose folder it lies; nothing when the manifest alone says it
     */
    @Transactional
    public Outcome<Batch, UploadRefusal> open(byte[] sent, Optional<PlannedFlow> meant, String by) {
        return Manifest.read(sent)
                .<UploadRefusal>mapRefusal(UploadRefusal.Faulty::new)
                .then(manifest -> open(manifest, meant, by));
    }

    private Outcome<Batch, UploadRefusal> open(Manifest manifest, Optional<PlannedFlow> meant, String by) {
        var flow = meant.or(() -> flows.fromFiles().stream()
                .filter(known -> known.id().equals(manifest.flow()))
                .findFirst());
        if (flow.isEmpty()) {
            return Outcome.refused(new UploadRefusal.UnknownFlow());
        }
        var fault = checker.check(flow.get()).findFault(manifest);
        if (fault.isPresent()) {
            return Outcome.refused(new UploadRefusal.Faulty(fault.get()));
        }
        return begin(flow.get(), manifest, Batch.State.RECEIVING, by);
    }

    /** Of a manifest that is true. */
    @Transactional
    public Outcome<Batch, UploadRefusal> begin(PlannedFlow flow, Manifest manifest, Batch.State state, String by) {
        var inserted = store.insert(flow, batch(manifest, state, Optional.empty(), by));
        if (inserted.isPresent()) {
            return Outcome.done(inserted.get());
        }
        var there = store.findAlive(flow.id(), manifest.batch()).orElseThrow();
        return there.manifest().content().equals(manifest.content())
                ? Outcome.done(there)
                : Outcome.refused(new UploadRefusal.Faulty(new BatchFault("same-batch", List.of(manifest.batch()))));
    }

    private Batch batch(Manifest manifest, Batch.State state, Optional<BatchFault> fault, String by) {
        var now = clock.instant();
        var times = new Batch.Times(now, fault.map(wrong -> now), Optional.empty());
        return new Batch(0, UUID.randomUUID().toString(), manifest, state, Optional.empty(), fault, by, times);
    }

    /** Keeps what was wrong with a batch that nothing was taken of. @param name to know it by when its manifest says none */
    @Transactional
    public void setAside(
            PlannedFlow flow, Outcome<Manifest, BatchFault> manifest, BatchFault fault, String name, String by) {
        var known = manifest instanceof Outcome.Done<Manifest, BatchFault>(var read)
                ? read
                : new Manifest(
                        name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[^A-Za-z0-9]", "b"),
                        flow.id(),
                        flow.running().from(),
                        List.of(new Manifest.Part("-", 0, "0".repeat(64), 0)),
                        Optional.empty());
        store.insert(flow, batch(known, Batch.State.SET_ASIDE, Optional.of(fault), by));
        journal.append(Entry.of(
                        clock.instant(),
                        Entry.Doer.SYSTEM,
                        "files.batch-set-aside",
                        new Entry.Subject("flow", flow.id()))
                .with(Datum.empty().with("batch", Datum.of(known.batch())))
                .because(fault.code()));
    }

    /** All that an officer handed in is here. */
    @Transactional
    public void handedIn(SignedIn.Officer who, Batch batch) {
        store.arrived(batch.id());
        journal.append(Entry.of(
                        clock.instant(),
                        who.doer(),
                        "files.batch-hand-in",
                        new Entry.Subject("flow", batch.manifest().flow()))
                .because(batch.manifest().batch()));
    }
}
