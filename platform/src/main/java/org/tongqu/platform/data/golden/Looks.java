package org.tongqu.platform.data.golden;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.internal.LinkStore;
import org.tongqu.platform.data.golden.internal.LookStore;
import org.tongqu.platform.data.golden.internal.Merges;
import org.tongqu.platform.data.golden.internal.RecordStore;
import org.tongqu.platform.data.golden.internal.RecordStore.Thing;
import org.tongqu.platform.data.golden.internal.RegisterBook;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Looking at records, and saying that two are one. Nobody sees a record without having said what for; the page of a record
 * is that of a look, which is its officer's alone.
 */
@Service
public class Looks {

    private static final Set<String> MERGERS = Set.of(Compiling.AUTHORITY);

    private final RegisterBook book;
    private final Stores stores;
    private final Access access;
    private final Directory directory;
    private final Telling telling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looks(
            RegisterBook book,
            Stores stores,
            Access access,
            Directory directory,
            Telling telling,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.stores = stores;
        this.access = access;
        this.directory = directory;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where records, merges and looks are kept. */
    @org.springframework.stereotype.Component
    record Stores(RecordStore records, Merges merges, LookStore looks, LinkStore links) {}

    /** To whom it is told that a record is looked at. */
    @org.springframework.stereotype.Component
    record Telling(Journal journal, StoredRecords current, ApplicationEventPublisher events) {

        void looked(SignedIn.Officer who, Look look, Register register, String identifier) {
            events.publishEvent(new Looked(look, who, current.concerned(register, identifier)));
        }
    }

    /** Opens a record, and says so in the journal before anything is shown. */
    public Outcome<Look, LookRefusal> open(
            SignedIn.Officer who, Register register, String identifier, Optional<Purpose> purpose, String why) {
        if (!SharingPlace.isConcerned(who)) {
            return Outcome.refused(new LookRefusal.MayNot());
        }
        if (purpose.isEmpty()) {
            return Outcome.refused(new LookRefusal.PurposeMissing());
        }
        if (why.isBlank()) {
            return Outcome.refused(new LookRefusal.ReasonMissing());
        }
        return decided(() -> {
            var thing = stores.records().find(register, identifier.strip()).flatMap(stores.records()::root);
            if (thing.isEmpty()) {
                return Outcome.refused(new LookRefusal.Unknown());
            }
            var look = new Look(
                    UUID.randomUUID(),
                    who.actor(),
                    register.code(),
                    thing.get().entity(),
                    purpose.get(),
                    why.strip(),
                    clock.instant());
            stores.looks().insert(look);
            telling.journal()
                    .append(entry(who, "golden.look", thing.get(), look.why())
                            .with(Datum.empty()
                                    .with("register", Datum.of(register.code()))
                                    .with("look-purpose", Datum.of(purpose.get().code()))));
            telling.looked(
                    who,
                    look,
                    register,
                    stores.records().identifier(register, thing.get().identifier()));
            return Outcome.done(look);
        });
    }

    /** The look, when it is this officer's. */
    @Transactional(readOnly = true)
    public Optional<Look> find(SignedIn.Officer who, UUID id) {
        return stores.looks().find(id).filter(look -> look.officer().equals(who.actor()));
    }

    /** What is looked at, as known on a day. A record merged since then shows what it is part of now. */
    @Transactional(readOnly = true)
    public GoldenRecord record(Look look, AsOf asOf) {
        var register = register(look);
        var thing = stores.records()
                .find(look.entity())
                .flatMap(stores.records()::root)
                .orElseThrow();
        return stores.records().record(register, thing, asOf, stores.merges().of(register, thing.entity()));
    }

    /** Records that it names or that name it. */
    @Transactional(readOnly = true)
    public List<Related> related(Look look, GoldenRecord record) {
        return stores.links().of(register(look), record);
    }

    /** Opens a related record for the same purpose and reason; that is a look of its own. */
    public Outcome<Look, LookRefusal> follow(SignedIn.Officer who, Look look, UUID entity) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return related(look, record(look, AsOf.on(today))).stream()
                .filter(one -> one.entity().equals(entity))
                .findFirst()
                .map(one -> open(who, one.register(), one.identifier(), Optional.of(look.purpose()), look.why()))
                .orElseGet(() -> Outcome.refused(new LookRefusal.Unknown()));
    }

    public Register register(Look look) {
        return book.find(look.register()).orElseThrow();
    }

    /** Whether the officer's organisation keeps the register or speaks for it; everybody else sees personal values masked. */
    public boolean maySeeAll(SignedIn.Officer who, Register register) {
        var kind = directory.findOrganisation(who.organisation()).map(Organisation::kind);
        return kind.filter(own ->
                        own.equals(register.owner()) || register.findSource(own).isPresent())
                .isPresent();
    }

    /** Whether the officer is offered to merge; {@link #merge} decides again. */
    public boolean mayMerge(SignedIn.Officer who) {
        return access.mayAct(who, who.organisation(), MERGERS) instanceof Outcome.Done;
    }

    /** Says that the record of another identifier is of the thing that is looked at. */
    public Outcome<Look, MergeRefusal> merge(SignedIn.Officer who, Look look, String identifier, String why) {
        return decided(() -> {
            var refusal = refusal(who, why);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var register = register(look);
            stores.merges().hold(register);
            var into = stores.records()
                    .find(look.entity())
                    .flatMap(stores.records()::root)
                    .orElseThrow();
            var from = stores.records().find(register, identifier.strip());
            if (from.isEmpty()) {
                return Outcome.refused(new MergeRefusal.Unknown());
            }
            var thing = from.get();
            if (thing.root().equals(into.entity())) {
                return Outcome.refused(new MergeRefusal.Ring());
            }
            if (!thing.root().equals(thing.entity())) {
                return Outcome.refused(new MergeRefusal.Elsewhere(identifier(register, thing)));
            }
            stores.merges().merge(register, thing, into, entry(who, "golden.merge", into, why));
            telling.journal()
                    .append(entry(who, "golden.merge", into, why)
                            .with(Datum.empty()
                                    .with(
                                            "merged-record",
                                            Datum.of(thing.entity().toString()))));
            return Outcome.done(look);
        });
    }

    /** What it is merged into, by its identifier: whoever may merge knows both. */
    private String identifier(Register register, Thing thing) {
        return stores.records()
                .root(thing)
                .map(root -> stores.records()
                        .record(register, root, AsOf.on(LocalDate.EPOCH), List.of())
                        .identifier())
                .orElse("");
    }

    /** Takes a merge back, with a reason; nothing that was said is lost by either. */
    public Outcome<Look, MergeRefusal> undo(SignedIn.Officer who, Look look, long merge, String why) {
        return decided(() -> {
            var refusal = refusal(who, why);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var register = register(look);
            stores.merges().hold(register);
            var open = stores.merges().find(register, merge);
            if (open.isEmpty()) {
                return Outcome.refused(new MergeRefusal.Undone());
            }
            var into = stores.records().find(open.get().into()).orElseThrow();
            stores.merges().undo(register, open.get(), entry(who, "golden.unmerge", into, why));
            telling.journal().append(entry(who, "golden.unmerge", into, why));
            return Outcome.done(look);
        });
    }

    private Optional<MergeRefusal> refusal(SignedIn.Officer who, String why) {
        if (access.mayAct(who, who.organisation(), MERGERS)
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var reason)) {
            return Optional.of(new MergeRefusal.MayNot(reason));
        }
        return why.isBlank() ? Optional.of(new MergeRefusal.ReasonMissing()) : Optional.empty();
    }

    private Entry entry(SignedIn.Officer who, String verb, Thing thing, String why) {
        var subject = new Entry.Subject("golden-record", thing.entity().toString());
        return Entry.of(clock.instant(), who.doer(), verb, subject).because(why.strip());
    }

    private <T, R> Outcome<T, R> decided(Supplier<Outcome<T, R>> deed) {
        return Decided.in(transaction, deed);
    }
}
