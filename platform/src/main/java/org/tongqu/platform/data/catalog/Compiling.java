package org.tongqu.platform.data.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.internal.EditionStore;
import org.tongqu.platform.data.catalog.internal.Faults;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * The life of an edition: compiled by a department's data officer, reviewed by its data lead, checked and published by the
 * data authority, revised as a new edition, retired. Each act holds the resource, so acts on it follow each other.
 */
@Service
public class Compiling {

    public static final String OFFICER = "data-officer";
    public static final String CHIEF = "data-chief";
    public static final String AUTHORITY = "data-authority";

    private static final Set<String> COMPILERS = Set.of(OFFICER, CHIEF);

    private final EditionStore editions;
    private final Upkeep upkeep;
    private final Faults faults;
    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Compiling(Kept kept, Faults faults, Access access, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.editions = kept.editions();
        this.upkeep = kept.upkeep();
        this.faults = faults;
        this.access = access;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is said of resources, and what came of them. */
    @Component
    record Kept(EditionStore editions, Upkeep upkeep) {}

    /** Everything that would keep the draft from being submitted. */
    public List<Fault> faults(Draft draft) {
        var found = new ArrayList<>(faults.of(draft));
        editions.unknown(draft.description().related())
                .forEach(code -> found.add(new Fault("related", 0, Kind.NOT_A_CODE, code)));
        return found;
    }

    /** What is wrong with this item alone. */
    public List<Fault> faults(Item item, int position) {
        return faults.of(item, position);
    }

    /** Begins a resource of the officer's own department. Items may come later. */
    public Outcome<ResourceCode, CatalogRefusal> compile(SignedIn.Officer who, Draft draft) {
        return decided(() -> {
            var barred = barred(who, who.organisation(), COMPILERS);
            if (barred.isPresent()) {
                return Outcome.refused(barred.get());
            }
            var wrong = faultsBefore(draft);
            if (!wrong.isEmpty()) {
                return Outcome.refused(new CatalogRefusal.Faulty(wrong));
            }
            var head = editions.found(editions.nextCode(draft.category()), who.organisation());
            editions.insert(head, 1, draft, hand(who), clock.instant());
            note(who, "catalog.compile", head.code(), 1, "");
            return Outcome.done(head.code());
        });
    }

    /** Begins the next edition with what is published. */
    public Outcome<ResourceCode, CatalogRefusal> revise(SignedIn.Officer who, ResourceCode code) {
        return decided(() -> held(who, code, COMPILERS, (head, all) -> {
            var inWork = Catalog.inWork(all);
            if (inWork.isPresent()) {
                return Outcome.refused(new CatalogRefusal.Elsewhere(inWork.get().state()));
            }
            var from = Catalog.current(all);
            var number = all.getFirst().number() + 1;
            editions.insert(head, number, from.draft(), hand(who), clock.instant());
            note(who, "catalog.revise", code, number, "");
            return Outcome.done(code);
        }));
    }

    /** Writes the edition in work anew; it is a draft and stays one. */
    public Outcome<ResourceCode, CatalogRefusal> change(SignedIn.Officer who, ResourceCode code, Draft draft) {
        return decided(() -> held(
                who,
                code,
                COMPILERS,
                (head, all) -> at(all, State.DRAFT, own -> {
                    var wrong = faultsBefore(draft);
                    if (!wrong.isEmpty()) {
                        return Outcome.refused(new CatalogRefusal.Faulty(wrong));
                    }
                    editions.change(own, draft, hand(who), clock.instant());
                    note(who, "catalog.change", code, own.number(), "");
                    return Outcome.done(code);
                })));
    }

    /** Puts the draft before the department's data lead. */
    public Outcome<ResourceCode, CatalogRefusal> submit(SignedIn.Officer who, ResourceCode code) {
        return decided(() -> held(
                who,
                code,
                COMPILERS,
                (head, all) -> at(all, State.DRAFT, own -> {
                    var wrong = faults(own.draft());
                    if (!wrong.isEmpty()) {
                        return Outcome.refused(new CatalogRefusal.Faulty(wrong));
                    }
                    return moved(who, own, State.REVIEW, "catalog.submit", "");
                })));
    }

    /** The department's data lead stands in for it. */
    public Outcome<ResourceCode, CatalogRefusal> approve(SignedIn.Officer who, ResourceCode code) {
        return decided(() -> held(
                who,
                code,
                Set.of(CHIEF),
                (head, all) -> at(all, State.REVIEW, own -> {
                    if (own.compiler().id().equals(who.actor())) {
                        return Outcome.refused(new CatalogRefusal.OwnWork());
                    }
                    return moved(who, own, State.CHECK, "catalog.approve", "");
                })));
    }

    /** Sends it back to whoever compiled it, from the review or from the check. */
    public Outcome<ResourceCode, CatalogRefusal> sendBack(SignedIn.Officer who, ResourceCode code, String why) {
        return decided(() -> held(who, code, Set.of(CHIEF, AUTHORITY), (head, all) -> {
            if (why.isBlank()) {
                return Outcome.refused(new CatalogRefusal.ReasonMissing());
            }
            var own = Catalog.inWork(all);
            if (own.isEmpty()) {
                return Outcome.refused(new CatalogRefusal.Gone());
            }
            var needed = own.get().state() == State.CHECK ? AUTHORITY : CHIEF;
            var barred = barred(who, head.organisation(), Set.of(needed));
            if (own.get().state() == State.DRAFT) {
                return Outcome.refused(new CatalogRefusal.Elsewhere(State.DRAFT));
            }
            return barred.isEmpty()
                    ? moved(who, own.get(), State.DRAFT, "catalog.send-back", why)
                    : Outcome.refused(barred.get());
        }));
    }

    /** The data authority puts it into the catalogue; from now on it counts. */
    public Outcome<ResourceCode, CatalogRefusal> publish(SignedIn.Officer who, ResourceCode code) {
        return decided(() -> held(
                who,
                code,
                Set.of(AUTHORITY),
                (head, all) -> at(all, State.CHECK, own -> {
                    var claimed = own.items().stream()
                            .filter(item -> item.authority() == Authority.SOURCE)
                            .flatMap(item -> item.element().stream())
                            .distinct()
                            .toList();
                    var others = editions.claimedByOthers(head.id(), claimed);
                    if (!others.isEmpty()) {
                        var first = others.entrySet().iterator().next();
                        return Outcome.refused(new CatalogRefusal.SecondSource(first.getKey(), first.getValue()));
                    }
                    editions.claim(head.id(), claimed);
                    var now = clock.instant();
                    editions.publish(own, LocalDate.ofInstant(now, WorkingCalendar.ZONE), now);
                    upkeep.described(own, now);
                    note(who, "catalog.publish", code, own.number(), "");
                    return Outcome.done(code);
                })));
    }

    /** Takes it out of the catalogue, by its department or by the data authority; it stays readable. */
    public Outcome<ResourceCode, CatalogRefusal> retire(SignedIn.Officer who, ResourceCode code, String why) {
        return decided(() -> held(who, code, Set.of(CHIEF, AUTHORITY), (head, all) -> {
            if (why.isBlank()) {
                return Outcome.refused(new CatalogRefusal.ReasonMissing());
            }
            return at(all, State.PUBLISHED, own -> {
                editions.claim(head.id(), List.of());
                upkeep.ended(own, clock.instant());
                return moved(who, own, State.RETIRED, "catalog.retire", why);
            });
        }));
    }

    private interface Act {
        Outcome<ResourceCode, CatalogRefusal> on(Edition own);
    }

    private interface Deed {
        Outcome<ResourceCode, CatalogRefusal> done();
    }

    private Outcome<ResourceCode, CatalogRefusal> held(
            SignedIn.Officer who,
            ResourceCode code,
            Set<String> needed,
            BiFunction<Edition.Head, List<Edition>, Outcome<ResourceCode, CatalogRefusal>> act) {
        var head = editions.lock(code);
        if (head.isEmpty()) {
            return Outcome.refused(new CatalogRefusal.Gone());
        }
        var barred = barred(who, head.get().organisation(), needed);
        return barred.isEmpty() ? act.apply(head.get(), editions.editions(code)) : Outcome.refused(barred.get());
    }

    private static Outcome<ResourceCode, CatalogRefusal> at(List<Edition> all, State state, Act act) {
        return all.stream()
                .filter(edition -> edition.state() == state)
                .findFirst()
                .map(act::on)
                .orElseGet(() -> Outcome.refused(new CatalogRefusal.Elsewhere(
                        Catalog.inWork(all).orElseGet(all::getFirst).state())));
    }

    private Outcome<ResourceCode, CatalogRefusal> moved(
            SignedIn.Officer who, Edition own, State state, String verb, String why) {
        editions.move(own, state, why.strip(), clock.instant());
        note(who, verb, own.code(), own.number(), why.strip());
        return Outcome.done(own.code());
    }

    /** In a transaction that a refusal undoes. */
    private Outcome<ResourceCode, CatalogRefusal> decided(Deed deed) {
        try {
            return Decided.in(transaction, deed::done);
        } catch (DuplicateKeyException raced) {
            return Outcome.refused(new CatalogRefusal.Elsewhere(State.CHECK));
        }
    }

    /** A draft may be kept without items, never with what cannot be stored or read. */
    private List<Fault> faultsBefore(Draft draft) {
        return faults(draft).stream()
                .filter(fault -> !fault.part().equals("items"))
                .toList();
    }

    private Optional<CatalogRefusal> barred(SignedIn.Officer who, String organisation, Set<String> needed) {
        return access.mayAct(who, organisation, needed)
                .fold(may -> Optional.empty(), why -> Optional.of(new CatalogRefusal.MayNot(why)));
    }

    private static Edition.Hand hand(SignedIn.Officer who) {
        return new Edition.Hand(who.actor(), who.name());
    }

    private void note(SignedIn.Officer who, String verb, ResourceCode code, int edition, String why) {
        var entry = Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("resource", code.value()))
                .with(Datum.empty().with("edition", Datum.of(edition)));
        journal.append(why.isEmpty() ? entry : entry.because(why));
    }
}
