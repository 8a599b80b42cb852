package org.tongqu.platform.data.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.BatchFault;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.data.exchange.Exchanged;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Looks through batches that have arrived, and lays those in order where runs read, in their order. */
@Component
public class Checker {

    private final BatchStore store;
    private final KeyStore keys;
    private final Spool spool;
    private final Flows flows;
    private final Connections connections;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Checker(
            Kept kept,
            Flows flows,
            Connections connections,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = kept.store();
        this.keys = kept.keys();
        this.spool = kept.spool();
        this.flows = flows;
        this.connections = connections;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept of batches. */
    @Component
    public record Kept(BatchStore store, KeyStore keys, Spool spool) {}

    /** How batches of a flow are checked. */
    public BatchCheck check(PlannedFlow flow) {
        var sender = flow.running().from();
        return new BatchCheck(flow.flow(), sender, id -> keys.find(sender, id));
    }

    /** Looks through the batch that waits longest. @return false when none waits */
    public boolean checkNext() {
        var found = store.takeToCheck(clock.instant());
        if (found.isEmpty()) {
            return false;
        }
        var batch = found.get();
        var flow = flows.find(batch.manifest().flow());
        var fault = flow.isEmpty()
                ? Optional.of(
                        new BatchFault("other-flow", List.of(batch.manifest().flow(), "-")))
                : fault(batch, flow.get());
        if (fault.isPresent()) {
            setAside(batch, fault.get());
        } else {
            transactions.executeWithoutResult(now -> store.number(batch));
            place(flow.orElseThrow());
        }
        return true;
    }

    private Optional<BatchFault> fault(Batch batch, PlannedFlow flow) {
        var check = check(flow);
        try {
            var fault = check.findFault(batch.manifest());
            return fault.isPresent() ? fault : check.findFault(batch.manifest(), spool.arriving(batch.token()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private void setAside(Batch batch, BatchFault fault) {
        transactions.executeWithoutResult(now -> {
            if (store.setAside(batch.id(), fault, clock.instant())) {
                journal.append(entry(batch, "files.batch-set-aside").because(fault.code()));
            }
        });
        spool.drop(spool.arriving(batch.token()));
    }

    /** What a program that ended has left between the store and its folder. */
    public void placeAll() {
        store.flowsToPlace().forEach(id -> flows.find(id).ifPresent(this::place));
    }

    private void place(PlannedFlow flow) {
        transactions.executeWithoutResult(now -> {
            var batches = store.toPlace(flow.id());
            for (var batch : batches) {
                spool.place(batch.token(), batch.number().orElseThrow(), batch.manifest());
                store.placed(batch.id(), clock.instant());
                journal.append(entry(batch, "files.batch-take-in"));
            }
            var sender = flow.running().from();
            connections.connect(sender, flow.provider(), spool.login(sender));
        });
        flows.came(flow);
    }

    private Entry entry(Batch batch, String verb) {
        var manifest = batch.manifest();
        return Entry.of(clock.instant(), Entry.Doer.SYSTEM, verb, new Entry.Subject("flow", manifest.flow()))
                .with(Datum.empty()
                        .with("batch", Datum.of(manifest.batch()))
                        .with("sender", Datum.of(manifest.sender()))
                        .with("bytes", Datum.of(manifest.bytes()))
                        .with("rows", Datum.of(manifest.rows())));
    }

    /** A complete run moved one batch; the next need not wait. */
    @EventListener
    void on(Exchanged exchanged) {
        var flow = exchanged.flow();
        if (exchanged.run().state() == Run.State.COMPLETE && flows.fromFiles().contains(flow)) {
            store.taken(flow.id(), exchanged.run().id(), clock.instant());
            if (store.isWaiting(flow.id())) {
                flows.came(flow);
            }
        }
    }
}
