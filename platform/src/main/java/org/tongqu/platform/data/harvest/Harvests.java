package org.tongqu.platform.data.harvest;

import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.harvest.HarvestRefusal.Mistake;
import org.tongqu.platform.data.harvest.Source.Declared;
import org.tongqu.platform.data.harvest.Source.Line;
import org.tongqu.platform.data.harvest.internal.EntryStore;
import org.tongqu.platform.data.harvest.internal.Harvester;
import org.tongqu.platform.data.harvest.internal.Reach;
import org.tongqu.platform.data.harvest.internal.RejectedStore;
import org.tongqu.platform.data.harvest.internal.RunStore;
import org.tongqu.platform.data.harvest.internal.SourceStore;
import org.tongqu.platform.operate.web.CallableAddresses;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Sources of harvests, their runs and what was rejected; kept by the data authority alone. */
@Service
public class Harvests {

    private static final int MOST_HOURS = 8760;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1000;

    private final Stores stores;
    private final Harvester harvester;
    private final Reach reach;
    private final Journal journal;
    private final Clock clock;

    Harvests(Stores stores, Harvester harvester, Reach reach, Journal journal, Clock clock) {
        this.stores = stores;
        this.harvester = harvester;
        this.reach = reach;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is kept of harvests. */
    @Component
    record Stores(SourceStore sources, RunStore runs, EntryStore entries, RejectedStore rejected) {}

    public static boolean isKeeper(SignedIn.Officer who) {
        return who.has(Compiling.AUTHORITY);
    }

    /** All sources, in the order in which they were named. */
    @Transactional(readOnly = true)
    public List<SourceStanding> standings() {
        var sources = stores.sources().all();
        var last = stores.runs().last(sources.stream().map(Source::id).toList());
        var entries = stores.entries().counts();
        var rejected = stores.rejected().counts();
        return sources.stream()
                .map(source -> new SourceStanding(
                        source,
                        Optional.ofNullable(last.get(source.id())),
                        entries.getOrDefault(source.id(), 0L),
                        rejected.getOrDefault(source.id(), 0L)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Source> find(long id) {
        return stores.sources().find(id);
    }

    /** The newest first. @param before the id before which they begin */
    @Transactional(readOnly = true)
    public List<HarvestRun> runs(Source source, long before, int limit) {
        return stores.runs().runs(source.id(), before, limit);
    }

    /** Those that are not settled, the newest first. @param before the id before which they begin */
    @Transactional(readOnly = true)
    public List<RejectedRecord> rejected(Source source, long before, int limit) {
        return stores.rejected().open(source.id(), before, limit);
    }

    @Transactional(readOnly = true)
    public Optional<RejectedRecord> findRejected(Source source, long id) {
        return stores.rejected().find(source.id(), id);
    }

    @Transactional
    public Outcome<Source, HarvestRefusal> name(SignedIn.Officer who, Declared said) {
        return checked(who, said)
                .then(good -> kept(stores.sources().insert(good, who.staff(), clock.instant())))
                .map(source -> told(who, source, "harvest.source-name"));
    }

    @Transactional
    public Outcome<Source, HarvestRefusal> change(SignedIn.Officer who, Source source, Declared said) {
        return checked(who, said)
                .then(good -> kept(stores.sources().update(source.id(), good, clock.instant())))
                .map(changed -> {
                    if (!changed.said().address().equals(source.said().address())
                            || changed.said().kind() != source.said().kind()) {
                        stores.runs().forget(source.id());
                    }
                    return told(who, changed, "harvest.source-change");
                });
    }

    private static Outcome<Source, HarvestRefusal> kept(Optional<Source> source) {
        return source.<Outcome<Source, HarvestRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new HarvestRefusal.Wrong(Map.of("address", Mistake.KNOWN))));
    }

    private Outcome<Declared, HarvestRefusal> checked(SignedIn.Officer who, Declared said) {
        if (!isKeeper(who)) {
            return Outcome.refused(new HarvestRefusal.MayNot());
        }
        var mistakes = new HashMap<String, Mistake>();
        if (said.name().isBlank() || said.name().length() > LONGEST_NAME) {
            mistakes.put("name", Mistake.MISSING);
        }
        if (said.everyHours() < 0 || said.everyHours() > MOST_HOURS) {
            mistakes.put("every-hours", Mistake.NOT_HOURS);
        }
        address(said).ifPresent(mistake -> mistakes.put("address", mistake));
        return mistakes.isEmpty() ? Outcome.done(said) : Outcome.refused(new HarvestRefusal.Wrong(mistakes));
    }

    private Optional<Mistake> address(Declared said) {
        var address = CallableAddresses.parse(said.address());
        if (address.isEmpty() || said.address().length() > LONGEST_ADDRESS) {
            return Optional.of(Mistake.NOT_AN_ADDRESS);
        }
        if (said.line() == Line.ENCRYPTED
                && !"https".equalsIgnoreCase(address.get().getScheme())) {
            return Optional.of(Mistake.NOT_ENCRYPTED);
        }
        try {
            return reach.isAllowed(address.get()) ? Optional.empty() : Optional.of(Mistake.INSIDE);
        } catch (UnknownHostException notNow) {
            return Optional.empty();
        }
    }

    /** It is not read any more at its hours, or again. */
    @Transactional
    public Outcome<Source, HarvestRefusal> turn(SignedIn.Officer who, Source source) {
        if (!isKeeper(who)) {
            return Outcome.refused(new HarvestRefusal.MayNot());
        }
        var isTurned = stores.sources().turn(source.id(), source.isOn() ? "off" : "on");
        if (isTurned) {
            told(who, source, source.isOn() ? "harvest.source-off" : "harvest.source-on");
        }
        return Outcome.done(source);
    }

    /** It is read at once, beside the caller: on from where it broke off, or from its beginning. @return the run */
    @Transactional
    public Outcome<Long, HarvestRefusal> begin(SignedIn.Officer who, Source source) {
        if (!isKeeper(who)) {
            return Outcome.refused(new HarvestRefusal.MayNot());
        }
        var begun = harvester.begin(source.id(), who.actor());
        if (begun.isEmpty()) {
            return Outcome.refused(new HarvestRefusal.Running());
        }
        told(who, source, "harvest.begin");
        return Outcome.done(begun.get());
    }

    /** A rejected record is judged by the rules of today and taken over when they have nothing against it. */
    @Transactional
    public Outcome<ForeignRecord, HarvestRefusal> retry(SignedIn.Officer who, Source source, RejectedRecord rejected) {
        if (!isKeeper(who)) {
            return Outcome.refused(new HarvestRefusal.MayNot());
        }
        if (rejected.closed().isPresent()) {
            return Outcome.refused(new HarvestRefusal.Settled());
        }
        if (rejected.fault().why() == Fault.Why.REPEATED) {
            return Outcome.refused(new HarvestRefusal.Still(rejected.fault()));
        }
        if (!rejected.raw().isWhole()) {
            return Outcome.refused(new HarvestRefusal.NotWhole());
        }
        return harvester
                .judge(source, rejected.raw().text())
                .<HarvestRefusal>mapRefusal(HarvestRefusal.Still::new)
                .map(record -> {
                    harvester.takeOver(rejected, record);
                    told(who, source, "harvest.retry");
                    return record;
                });
    }

    private Source told(SignedIn.Officer who, Source source, String verb) {
        journal.append(Entry.of(
                        clock.instant(),
                        who.doer(),
                        verb,
                        new Entry.Subject("harvest-source", String.valueOf(source.id())))
                .with(Datum.empty()
                        .with("name", Datum.of(source.said().name()))
                        .with("address", Datum.of(source.said().address()))));
        return source;
    }
}
