package org.tongqu.platform.data.files.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Takes the files of batches away that were moved or delivered long ago; manifests and receipts stay. */
@Component
public class Clearing {

    private static final int MOST = 200;

    private final BatchStore batches;
    private final DeliveryStore deliveries;
    private final Spool spool;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration kept;
    private volatile Instant next = Instant.EPOCH;

    Clearing(
            Checker.Kept kept,
            DeliveryStore deliveries,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock,
            Environment environment) {
        this.batches = kept.store();
        this.deliveries = deliveries;
        this.spool = kept.spool();
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = Duration.ofDays(environment.getProperty("tongqu.files.keep-days", Integer.class, 30));
    }

    /** Once an hour. */
    void look() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(Duration.ofHours(1));
        clear(now.minus(kept));
        spool.dropForgotten(now.minus(Duration.ofDays(1)));
    }

    /** What was moved or made before then. Files go first: what is cleared twice is cleared. */
    public void clear(Instant before) {
        for (var batch : batches.toClear(before, MOST)) {
            var manifest = batch.manifest();
            batch.number().ifPresent(number -> clear(spool.placed(manifest, number), manifest));
            transactions.executeWithoutResult(status -> {
                if (batches.cleared(batch.id(), clock.instant())) {
                    tell("files.batch-clear", manifest);
                }
            });
        }
        for (var delivery : deliveries.toClear(before, MOST)) {
            clear(spool.delivered(delivery), delivery.manifest());
            transactions.executeWithoutResult(status -> {
                if (deliveries.cleared(delivery.id(), clock.instant())) {
                    tell("files.delivery-clear", delivery.manifest());
                }
            });
        }
    }

    private void clear(Path folder, Manifest manifest) {
        manifest.files().forEach(part -> spool.forget(folder.resolve(part.name())));
    }

    private void tell(String verb, Manifest manifest) {
        journal.append(Entry.of(clock.instant(), Entry.Doer.SYSTEM, verb, new Entry.Subject("flow", manifest.flow()))
                .with(Datum.empty()
                        .with("batch", Datum.of(manifest.batch()))
                        .with("files", Datum.of(manifest.files().size()))));
    }
}
