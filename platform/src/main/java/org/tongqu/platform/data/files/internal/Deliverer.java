package org.tongqu.platform.data.files.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.exchange.Outgoings;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Makes signed batches of what runs laid, once each: the files are written aside, and what makes them a batch is one
 * transaction. Where the receiver keeps a folder among the shared ones, it is laid there, too.
 */
@Component
public class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final int MOST = 50;

    private final Outgoings outgoings;
    private final DeliveryStore store;
    private final Spool spool;
    private final KeyStore keys;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Path shared;

    Deliverer(
            Outgoings outgoings,
            DeliveryStore store,
            Checker.Kept kept,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock,
            Environment environment) {
        this.outgoings = outgoings;
        this.store = store;
        this.spool = kept.spool();
        this.keys = kept.keys();
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.shared = DropFolder.root(environment);
    }

    /** Makes all batches that can be made. A flow that nothing permits any more waits; one that fails does not keep others. */
    public void look() {
        look(shared);
    }

    void look(Path folder) {
        for (var flow : outgoings.flows()) {
            try {
                var parts = outgoings.finished(flow);
                var agreement = parts.isEmpty() ? Optional.<String>empty() : outgoings.agreement(flow);
                for (var part : agreement.isEmpty() ? List.<Outgoings.Part>of() : parts) {
                    make(part, agreement.get());
                }
                share(flow.id(), folder.resolve(flow.running().to()).resolve(flow.id()));
            } catch (IOException | RuntimeException broken) {
                LOG.warn("The files of {} could not be made or laid down; they wait", flow.id(), broken);
            }
        }
    }

    private void make(Outgoings.Part part, String agreement) throws IOException {
        var aside = Files.createDirectories(spool.making(UUID.randomUUID().toString()));
        try {
            var files = Outgoings.write(part, aside);
            if (!files.isEmpty()) {
                transactions.executeWithoutResult(now -> keep(part, agreement, files, aside));
            }
            Outgoings.drop(part);
        } finally {
            spool.drop(aside);
        }
    }

    private void keep(Outgoings.Part part, String agreement, List<Manifest.Part> files, Path aside) {
        var flow = part.flow();
        var number = store.nextNumber(flow.id(), part.name());
        if (number.isEmpty()) {
            // Another program was quicker, or this one ended before it took away what lay there.
            return;
        }
        var now = clock.instant();
        var name = LocalDate.ofInstant(now, WorkingCalendar.ZONE) + "-" + number.get();
        var to = new Manifest.Addressed(flow.running().to(), agreement);
        var manifest = keys.sign(
                new Manifest(name, flow.id(), flow.running().from(), Optional.of(to), files, Optional.empty()));
        try {
            Files.write(aside.resolve(Manifest.NAME), manifest.json().getBytes(UTF_8));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        spool.placeDelivery(aside, flow.id(), number.get());
        store.insert(flow, part.name(), number.get(), manifest, now);
        journal.append(Entry.of(now, Entry.Doer.SYSTEM, "files.delivery-make", new Entry.Subject("flow", flow.id()))
                .with(Datum.empty()
                        .with("batch", Datum.of(name))
                        .with("receiver", Datum.of(to.receiver()))
                        .with("agreement", Datum.of(agreement))
                        .with("bytes", Datum.of(manifest.bytes()))
                        .with("rows", Datum.of(manifest.rows()))));
    }

    /** Whoever makes a folder wants them there. */
    private void share(String flow, Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (var delivery : store.toShare(flow, MOST)) {
            var to = folder.resolve(delivery.manifest().batch());
            if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
                copy(delivery, to);
            }
            transactions.executeWithoutResult(now -> store.shared(delivery.id(), clock.instant()));
        }
    }

    private void copy(Delivery delivery, Path to) throws IOException {
        var aside = to.resolveSibling("." + to.getFileName() + "-" + UUID.randomUUID());
        Files.createDirectories(aside);
        for (var name : delivery.names()) {
            Files.copy(spool.delivered(delivery).resolve(name), aside.resolve(name));
        }
        Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
