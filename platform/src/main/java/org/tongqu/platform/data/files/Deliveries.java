package org.tongqu.platform.data.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.Outgoings;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.internal.DeliveryStore;
import org.tongqu.platform.data.files.internal.FetchKeyStore;
import org.tongqu.platform.data.files.internal.Spool;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of batches for systems that take files: listed, fetched, received; and of the keys by which systems fetch. */
@Service
public class Deliveries {

    private static final Set<String> FETCHING = Set.of(Compiling.OFFICER, Compiling.CHIEF);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BEGINNING = "tqf_";
    private static final int BYTES = 32;
    private static final int SHOWN = 10;

    private final DeliveryStore store;
    private final FetchKeyStore keys;
    private final Spool spool;
    private final Outgoings outgoings;
    private final Access access;
    private final Told told;

    Deliveries(Kept kept, Outgoings outgoings, Access access, Told told) {
        this.store = kept.store();
        this.keys = kept.keys();
        this.spool = kept.spool();
        this.outgoings = outgoings;
        this.access = access;
        this.told = told;
    }

    /** What is kept of them. */
    @Service
    record Kept(DeliveryStore store, FetchKeyStore keys, Spool spool) {}

    /** Where acts are written down, and when. */
    @Service("deliveriesTold")
    record Told(Journal journal, Clock clock) {
        void tell(Entry.Doer who, String verb, String flow, Datum what) {
            journal.append(Entry.of(clock.instant(), who, verb, new Entry.Subject("flow", flow))
                    .with(what));
        }
    }

    /** A file to hand out. @param digest by which it is known to be the same one */
    public record Fetched(Delivery delivery, String name, Path file, String digest) {}

    /** Flows into files of which the officer may see one side. */
    public List<PlannedFlow> flows(SignedIn.Officer who) {
        return outgoings.flows().stream()
                .filter(flow -> access.maySee(who, flow.provider()) instanceof Outcome.Done
                        || access.maySee(who, flow.consumer()) instanceof Outcome.Done)
                .toList();
    }

    /** The newest first, of flows of which the officer may see one side. @param flow empty for all */
    @Transactional(readOnly = true)
    public List<Delivery> list(SignedIn.Officer who, String flow, long before, int limit) {
        return store.list(access.scope(who), flow, before, limit);
    }

    /** Whether the officer takes for the flow: those of its consumer who work with shared data. */
    public Outcome<PlannedFlow, FetchRefusal> mayFetch(SignedIn.Officer who, String flow) {
        var planned = planned(flow);
        return planned.isEmpty()
                ? Outcome.refused(new FetchRefusal.Unknown())
                : access.mayAct(who, planned.get().consumer(), FETCHING)
                        .<FetchRefusal>mapRefusal(FetchRefusal.MayNot::new)
                        .map(officer -> planned.get());
    }

    private Optional<PlannedFlow> planned(String flow) {
        return outgoings.flows().stream()
                .filter(known -> known.id().equals(flow))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<FetchKey> keys(PlannedFlow flow) {
        return keys.list(flow.id());
    }

    /** Makes a key for the receiving system. @return the key itself, which is not kept */
    @Transactional
    public Outcome<String, FetchRefusal> give(SignedIn.Officer who, String flow) {
        return mayFetch(who, flow).map(planned -> {
            var secret = new byte[BYTES];
            RANDOM.nextBytes(secret);
            var token = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            var shown = token.substring(0, SHOWN);
            keys.insert(flow, shown, Digest.of(token).bytes(), who.doer().name());
            told.tell(who.doer(), "files.fetch-key-give", flow, Datum.empty().with("key", Datum.of(shown)));
            return token;
        });
    }

    /** The next that is asked for with it is refused. */
    @Transactional
    public Outcome<PlannedFlow, FetchRefusal> withdraw(SignedIn.Officer who, String flow, long key) {
        return mayFetch(who, flow).then(planned -> {
            if (!keys.withdraw(flow, key)) {
                return Outcome.refused(new FetchRefusal.Unknown());
            }
            told.tell(
                    who.doer(), "files.fetch-key-withdraw", flow, Datum.empty().with("key", Datum.of(key)));
            return Outcome.done(planned);
        });
    }

    /** A file for an officer of the receiver; the look is written down before anything is handed out. */
    @Transactional
    public Outcome<Fetched, FetchRefusal> fetch(SignedIn.Officer who, long id, String name) {
        var found = store.find(id);
        return found.isEmpty()
                ? Outcome.refused(new FetchRefusal.Unknown())
                : mayFetch(who, found.get().flow()).then(flow -> fetch(who.doer(), found.get(), name));
    }

    /** An officer of the receiver says that all is there. */
    @Transactional
    public Outcome<Delivery, FetchRefusal> receive(SignedIn.Officer who, long id) {
        var found = store.find(id);
        return found.isEmpty()
                ? Outcome.refused(new FetchRefusal.Unknown())
                : mayFetch(who, found.get().flow()).map(flow -> received(who.doer(), found.get()));
    }

    /** Whose key this is. */
    @Transactional(readOnly = true)
    public Outcome<FetchKey, FetchRefusal> known(String token) {
        return keys.find(Digest.of(token).bytes())
                .<Outcome<FetchKey, FetchRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new FetchRefusal.NoKey()));
    }

    /** Batches of the key's flow behind the one that is known, the oldest first. */
    @Transactional(readOnly = true)
    public Outcome<List<Delivery>, FetchRefusal> list(String token, long after, int limit) {
        return known(token).then(this::permitted).map(key -> store.behind(key.flow(), after, limit));
    }

    /** A file for the system whose key is shown. */
    @Transactional
    public Outcome<Fetched, FetchRefusal> fetch(String token, long id, String name) {
        return known(token).then(key -> of(key, id).then(delivery -> fetch(doer(key), delivery, name)));
    }

    /**
     * The receiving system says that all is there.
     *
     * @param digest over the manifest as it was fetched, in hexadecimal digits
     */
    @Transactional
    public Outcome<Delivery, FetchRefusal> receive(String token, long id, String digest) {
        return known(token)
                .then(key -> of(key, id)
                        .then(delivery -> digest(delivery.manifest()).equals(digest)
                                ? Outcome.done(received(doer(key), delivery))
                                : Outcome.refused(new FetchRefusal.OtherDigest())));
    }

    private Outcome<Delivery, FetchRefusal> of(FetchKey key, long id) {
        return store.find(id)
                .filter(delivery -> delivery.flow().equals(key.flow()))
                .<Outcome<Delivery, FetchRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new FetchRefusal.Unknown()));
    }

    private static Entry.Doer doer(FetchKey key) {
        return new Entry.Doer("files-key-" + key.id(), key.shown());
    }

    private Outcome<FetchKey, FetchRefusal> permitted(FetchKey key) {
        return agreement(key.flow()).isPresent() ? Outcome.done(key) : Outcome.refused(new FetchRefusal.NotPermitted());
    }

    private Optional<String> agreement(String flow) {
        return planned(flow).flatMap(outgoings::agreement);
    }

    private Outcome<Fetched, FetchRefusal> fetch(Entry.Doer who, Delivery delivery, String name) {
        var digest = name.equals(Manifest.NAME)
                ? Optional.of(digest(delivery.manifest()))
                : delivery.find(name).map(Manifest.Part::sha256);
        var agreement = agreement(delivery.flow());
        if (digest.isEmpty()) {
            return Outcome.refused(new FetchRefusal.Unknown());
        }
        if (agreement.isEmpty()) {
            return Outcome.refused(new FetchRefusal.NotPermitted());
        }
        var file = spool.delivered(delivery).resolve(name);
        if (!Files.isRegularFile(file)) {
            return Outcome.refused(new FetchRefusal.Cleared());
        }
        told.journal()
                .append(Entry.of(
                                told.clock().instant(),
                                who,
                                "files.delivery-fetch",
                                new Entry.Subject("flow", delivery.flow()))
                        .under(agreement.get())
                        .with(Datum.empty()
                                .with("batch", Datum.of(delivery.manifest().batch()))
                                .with("file", Datum.of(name))));
        return Outcome.done(new Fetched(delivery, name, file, digest.get()));
    }

    private Delivery received(Entry.Doer who, Delivery delivery) {
        if (store.received(delivery.id(), who.name(), told.clock().instant())) {
            told.tell(
                    who,
                    "files.delivery-receive",
                    delivery.flow(),
                    Datum.empty()
                            .with("batch", Datum.of(delivery.manifest().batch()))
                            .with("sha256", Datum.of(digest(delivery.manifest()))));
        }
        return store.find(delivery.id()).orElseThrow();
    }

    /** Over the manifest as it is fetched. */
    public static String digest(Manifest manifest) {
        return Digest.of(manifest.json().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
