package org.tongqu.platform.data.files.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.Outgoings;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.data.files.UploadRefusal;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.web.CallableAddresses;
import org.tongqu.platform.operate.web.CallableAddresses.Place;

/**
 * Fetches batches from the servers of those who deliver, and brings batches to the servers of those who take. What broke off is
 * gone on with at its byte; a batch that is wrong, or a server that is away, does not keep the others.
 */
@Component
public class SftpRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SftpRounds.class);
    private static final String ASIDE = ".set-aside";
    private static final int MOST = 50;

    private final Flows flows;
    private final Outgoings outgoings;
    private final Arrivals arrivals;
    private final Checker.Kept kept;
    private final DeliveryStore deliveries;
    private final SftpPlaceStore places;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final CallableAddresses callable;
    private final Duration pause;

    /** What is wrong and could not be moved away, so that it is told once. */
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    private volatile Instant next = Instant.EPOCH;

    SftpRounds(Parties parties, Checker.Kept kept, Stores stores, Clock clock, Mode mode, Environment environment) {
        this.flows = parties.flows();
        this.outgoings = parties.outgoings();
        this.arrivals = parties.arrivals();
        this.kept = kept;
        this.deliveries = stores.deliveries();
        this.places = stores.places();
        this.transactions = stores.transactions();
        this.clock = clock;
        var isHereOpen = environment.getProperty("tongqu.interfaces.local-addresses", Boolean.class, mode == Mode.DEMO);
        this.callable =
                new CallableAddresses(isHereOpen ? EnumSet.of(Place.HERE, Place.INSIDE) : EnumSet.of(Place.INSIDE));
        this.pause = environment.getProperty("tongqu.files.sftp-every", Duration.class, Duration.ofMinutes(1));
    }

    /** Between whom batches go. */
    @Component
    record Parties(Flows flows, Outgoings outgoings, Arrivals arrivals) {}

    /** What is kept of it. */
    @Component
    record Stores(DeliveryStore deliveries, SftpPlaceStore places, TransactionTemplate transactions) {}

    /** When its time has come. */
    void look() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(pause);
        for (var flow : flows.fromFiles()) {
            fetch(flow);
        }
        for (var flow : outgoings.flows()) {
            bring(flow);
        }
    }

    /** What lies for a flow on its sender's server. */
    public void fetch(PlannedFlow flow) {
        var place = places.find(flow.running().from());
        if (place.isEmpty()) {
            return;
        }
        try (var line = open(place.get())) {
            var mine = place.get().folder() + "/" + flow.id();
            for (var name : line.folders(mine)) {
                one(line, flow, mine, name);
            }
        } catch (IOException | RuntimeException away) {
            LOG.warn("{} does not answer; what lies there waits", place.get().address(), away);
        }
    }

    private SftpLine open(SftpPlace place) throws IOException {
        return SftpLine.open(place, places.secret(place.system()).orElse(""), callable);
    }

    private void one(SftpLine line, PlannedFlow flow, String mine, String name) throws IOException {
        var folder = mine + "/" + name;
        if (!line.isThere(folder + "/" + Manifest.NAME)) {
            return;
        }
        var sent = line.read(folder + "/" + Manifest.NAME, Manifest.LARGEST + 1);
        switch (arrivals.open(sent, Optional.of(flow), "sftp")) {
            case Outcome.Done<Batch, UploadRefusal>(var batch) -> take(line, batch, folder);
            case Outcome.Refused<Batch, UploadRefusal>(UploadRefusal.Faulty(var fault)) -> {
                if (wrong.add(flow.running().from() + folder)) {
                    arrivals.setAside(flow, Manifest.read(sent), fault, name, "sftp");
                }
                aside(line, mine, name);
            }
            case Outcome.Refused<Batch, UploadRefusal>(var other) ->
                LOG.warn("A batch of {} is left where it is: {}", flow.id(), other);
        }
    }

    /** A file that is not there, or too short, is for the check to find. */
    private void take(SftpLine line, Batch batch, String folder) throws IOException {
        if (batch.state() == Batch.State.RECEIVING) {
            for (var part : batch.manifest().files()) {
                if (!isHere(line, batch, part, folder + "/" + part.name())) {
                    // Another program fetches it.
                    return;
                }
            }
            kept.store().arrived(batch.id());
        }
        try {
            line.remove(folder, names(batch.manifest()));
        } catch (IOException stays) {
            LOG.info("{} cannot be taken away there; it will not be taken twice: {}", folder, stays.getMessage());
        }
    }

    private boolean isHere(SftpLine line, Batch batch, Manifest.Part part, String path) throws IOException {
        var here = kept.spool().offset(batch.token(), part);
        if (here >= part.bytes() || line.size(path) <= here) {
            return true;
        }
        try (var in = line.read(path, here, part.bytes())) {
            return kept.spool().append(batch.token(), part, here, in) instanceof Outcome.Done;
        }
    }

    private static List<String> names(Manifest manifest) {
        return Stream.concat(manifest.files().stream().map(Manifest.Part::name), Stream.of(Manifest.NAME))
                .toList();
    }

    private void aside(SftpLine line, String mine, String name) {
        try {
            line.make(mine + "/" + ASIDE);
            line.rename(mine + "/" + name, mine + "/" + ASIDE + "/" + name + "-" + clock.millis());
            wrong.removeIf(path -> path.endsWith(mine + "/" + name));
        } catch (IOException stays) {
            LOG.info("{} cannot be moved away; it was told once: {}", name, stays.getMessage());
        }
    }

    /** What was made for a flow, to its receiver's server. */
    public void bring(PlannedFlow flow) {
        var place = places.find(flow.running().to());
        if (place.isEmpty()) {
            return;
        }
        var waiting = deliveries.toShare(flow.id(), MOST);
        if (waiting.isEmpty()) {
            return;
        }
        try (var line = open(place.get())) {
            var mine = place.get().folder() + "/" + flow.id();
            line.make(mine);
            for (var delivery : waiting) {
                bring(line, delivery, mine);
                transactions.executeWithoutResult(now -> deliveries.shared(delivery.id(), clock.instant()));
            }
        } catch (IOException | RuntimeException away) {
            LOG.warn("{} does not answer; what is for it waits", place.get().address(), away);
        }
    }

    /** Under another name until all is there, so that nobody takes half a batch. */
    private void bring(SftpLine line, Delivery delivery, String mine) throws IOException {
        var name = delivery.manifest().batch();
        if (line.isThere(mine + "/" + name)) {
            return;
        }
        var aside = mine + "/." + name;
        line.make(aside);
        for (var file : delivery.names()) {
            line.bring(kept.spool().delivered(delivery).resolve(file), aside + "/" + file);
        }
        line.rename(aside, mine + "/" + name);
    }
}
