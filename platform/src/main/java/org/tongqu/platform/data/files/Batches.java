package org.tongqu.platform.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;
import org.tongqu.exchange.file.Unfit;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.internal.Arrivals;
import org.tongqu.platform.data.files.internal.BatchStore;
import org.tongqu.platform.data.files.internal.Checker;
import org.tongqu.platform.data.files.internal.KeyStore;
import org.tongqu.platform.data.files.internal.Spool;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of batches: opened, sent in pieces, handed in by an officer, looked at; and of the keys that sign them. */
@Service
public class Batches {

    private static final Set<String> DELIVERING = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final Arrivals arrivals;
    private final BatchStore store;
    private final KeyStore keys;
    private final Spool spool;
    private final Flows flows;
    private final Access access;
    private final Told told;

    Batches(Arrivals arrivals, Checker.Kept kept, Flows flows, Access access, Told told) {
        this.arrivals = arrivals;
        this.store = kept.store();
        this.keys = kept.keys();
        this.spool = kept.spool();
        this.flows = flows;
        this.access = access;
        this.told = told;
    }

    /** Where acts are written down, and when. */
    @Service
    record Told(Journal journal, Clock clock) {
        void tell(SignedIn.Officer who, String verb, PlannedFlow flow, String detail) {
            journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("flow", flow.id()))
                    .because(detail));
        }
    }

    /** Opens an upload by a signed manifest; the same manifest again finds the same upload. */
    public Outcome<Batch, UploadRefusal> open(byte[] manifest) {
        return arrivals.open(manifest, Optional.empty(), "key");
    }

    public Optional<Batch> find(String token) {
        return store.find(token);
    }

    /** How much of each file of a batch is here. */
    public long offset(Batch batch, Manifest.Part part) {
        return batch.state() == Batch.State.RECEIVING ? spool.offset(batch.token(), part) : part.bytes();
    }

    /**
     * Puts a piece behind what is here of a file; with the last piece of the last file the batch has arrived.
     *
     * @return where the file ends now
     */
    public Outcome<Long, UploadRefusal> append(String token, String name, long offset, InputStream piece)
            throws IOException {
        var batch = store.find(token).filter(known -> known.state() == Batch.State.RECEIVING);
        var part = batch.flatMap(known -> known.manifest().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst());
        if (part.isEmpty()) {
            return Outcome.refused(new UploadRefusal.UnknownUpload());
        }
        var reached = spool.append(token, part.get(), offset, piece);
        if (batch.get().manifest().files().stream().allMatch(file -> spool.offset(token, file) == file.bytes())) {
            store.arrived(batch.get().id());
        }
        return reached;
    }

    /** Whether the officer delivers for the flow: those of its provider who work with shared data. */
    public Outcome<PlannedFlow, UploadRefusal> mayDeliver(SignedIn.Officer who, String flow) {
        var planned = flows.fromFiles().stream()
                .filter(known -> known.id().equals(flow))
                .findFirst();
        if (planned.isEmpty()) {
            return Outcome.refused(new UploadRefusal.UnknownFlow());
        }
        return access.mayAct(who, planned.get().provider(), DELIVERING)
                .<UploadRefusal>mapRefusal(UploadRefusal.MayNot::new)
                .map(officer -> planned.get());
    }

    /** Takes one file from an officer; the manifest is made of it and signed by the platform for the system. */
    public Outcome<Batch, UploadRefusal> handIn(SignedIn.Officer who, String flow, String name, InputStream file)
            throws IOException {
        if (mayDeliver(who, flow) instanceof Outcome.Refused<?, UploadRefusal>(var why)) {
            return Outcome.refused(why);
        }
        var path = Files.createDirectories(spool.unnamed(UUID.randomUUID().toString()))
                .resolve("file");
        try {
            Files.copy(file, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            spool.drop(path.resolveSibling(""));
            throw broken;
        }
        return handIn(who, flow, name, path);
    }

    /** The same with a file in a folder of its own, which is gone afterwards. */
    Outcome<Batch, UploadRefusal> handIn(SignedIn.Officer who, String flow, String name, Path path) throws IOException {
        return switch (mayDeliver(who, flow)) {
            case Outcome.Refused<PlannedFlow, UploadRefusal>(var why) -> Outcome.refused(why);
            case Outcome.Done<PlannedFlow, UploadRefusal>(var planned) -> handIn(who, planned, name, path);
        };
    }

    private Outcome<Batch, UploadRefusal> handIn(SignedIn.Officer who, PlannedFlow planned, String name, Path path)
            throws IOException {
        try {
            var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            var format = planned.flow().source().format().orElseThrow();
            var rows = BatchCheck.rows(format, path, BatchCheck.columns(planned.flow()));
            var part = new Manifest.Part(bare, Files.size(path), BatchCheck.digest(path), rows);
            var plain = new Manifest(
                    "desk-" + UUID.randomUUID(),
                    planned.id(),
                    planned.running().from(),
                    List.of(part),
                    Optional.empty());
            return Manifest.read(plain.json().getBytes(StandardCharsets.UTF_8))
                    .<UploadRefusal>mapRefusal(UploadRefusal.Faulty::new)
                    .then(read -> arrivals.begin(
                            planned,
                            keys.sign(read),
                            Batch.State.RECEIVING,
                            who.doer().name()))
                    .map(batch -> arrived(who, batch, path));
        } catch (Unfit unfit) {
            return Outcome.refused(new UploadRefusal.Faulty(unfit.fault()));
        } finally {
            spool.drop(path.resolveSibling(""));
        }
    }

    private Batch arrived(SignedIn.Officer who, Batch batch, Path path) {
        try {
            var into = Files.createDirectories(spool.arriving(batch.token()));
            Files.move(path, into.resolve(batch.manifest().files().getFirst().name()));
            arrivals.handedIn(who, batch);
            return batch;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** The newest first, of the flows of which the officer may see one side. @param flow empty for all */
    @Transactional(readOnly = true)
    public List<Batch> list(SignedIn.Officer who, String flow, long before, int limit) {
        return store.list(access.scope(who), flow, before, limit);
    }

    /** Flows from files of which the officer may see one side. */
    public List<PlannedFlow> flows(SignedIn.Officer who) {
        return flows.fromFiles().stream()
                .filter(flow -> access.maySee(who, flow.provider()) instanceof Outcome.Done
                        || access.maySee(who, flow.consumer()) instanceof Outcome.Done)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SenderKey> keys(PlannedFlow flow) {
        return keys.list(flow.running().from());
    }

    /** Registers an open key of the system that delivers. */
    @Transactional
    public Outcome<PlannedFlow, UploadRefusal> register(SignedIn.Officer who, String flow, String pem) {
        return mayDeliver(who, flow).then(planned -> {
            var open = Seals.openKey(pem);
            if (open.isEmpty()
                    || !keys.register(
                            planned.running().from(), open.get(), who.doer().name())) {
                return Outcome.refused(new UploadRefusal.NoKey());
            }
            told.tell(who, "files.key-register", planned, Seals.id(open.get()));
            return Outcome.done(planned);
        });
    }

    /** What it signed before and is not looked through yet is not taken any more either. */
    @Transactional
    public Outcome<PlannedFlow, UploadRefusal> withdraw(SignedIn.Officer who, String flow, String key) {
        return mayDeliver(who, flow).then(planned -> {
            if (!keys.withdraw(planned.running().from(), key)) {
                return Outcome.refused(new UploadRefusal.NoKey());
            }
            told.tell(who, "files.key-withdraw", planned, key);
            return Outcome.done(planned);
        });
    }
}
