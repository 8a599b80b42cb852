package org.tongqu.platform.data.golden;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.golden.internal.CurrentStore;
import org.tongqu.platform.data.golden.internal.Linking;
import org.tongqu.platform.data.golden.internal.Linking.Came;
import org.tongqu.platform.data.golden.internal.Merges;
import org.tongqu.platform.data.golden.internal.PairStore;
import org.tongqu.platform.data.golden.internal.RecordStore;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Linking records by evidence that no identifier links: what is surely one is made one by rule, what is doubtful waits for
 * the data authority. Every link has its reasons and is taken back as any merge is.
 */
@Service
public class Links {

    private static final Set<String> LINKERS = Set.of(Compiling.AUTHORITY);

    private final Stores stores;
    private final Looks looks;
    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int most;

    Links(
            Stores stores,
            Looks looks,
            Access access,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${tongqu.golden.most-linked:200000}") int most) {
        this.stores = stores;
        this.looks = looks;
        this.access = access;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.most = most;
    }

    /** Where records, pairs and merges are kept. */
    @org.springframework.stereotype.Component("goldenLinkStores")
    record Stores(RecordStore records, CurrentStore current, PairStore pairs, Merges merges, Linking linking) {}

    /** Says of two whether they are one. */
    public enum Verdict {
        SAME,
        DIFFERENT
    }

    /** Whether the officer is offered to link; each act decides again. */
    public boolean mayLink(SignedIn.Officer who) {
        return access.mayAct(who, who.organisation(), LINKERS) instanceof Outcome.Done;
    }

    /** Holds all records that no identifier links against those of the register. */
    public Outcome<Came, LinkRefusal> run(SignedIn.Officer who, Register register) {
        return decided(() -> {
            var refusal = refusal(who);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            if (!register.isByEvidence()) {
                return Outcome.refused(new LinkRefusal.NoEvidence());
            }
            if (stores.linking().size(register) > most) {
                return Outcome.refused(new LinkRefusal.TooMany(most));
            }
            var subject = new Entry.Subject("golden-register", register.code());
            var entry = Entry.of(clock.instant(), who.doer(), "golden.link", subject);
            var came = stores.linking().link(register, entry);
            journal.append(entry.with(Datum.empty()
                    .with("linked", Datum.of(String.valueOf(came.sure())))
                    .with("doubtful", Datum.of(String.valueOf(came.doubtful())))));
            return Outcome.done(came);
        });
    }

    /** Pairs that wait, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Pair> waiting(Register register, int limit) {
        return stores.pairs().waiting(register, limit);
    }

    /** Opens both records of a pair for a purpose; that is a look at each. */
    public Outcome<Look, LinkRefusal> open(
            SignedIn.Officer who, Register register, long id, Optional<Purpose> purpose, String why) {
        var refusal = refusal(who)
                .or(() -> purpose.isEmpty() ? Optional.of(new LinkRefusal.PurposeMissing()) : Optional.empty())
                .or(() -> why.isBlank() ? Optional.of(new LinkRefusal.ReasonMissing()) : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return decided(() -> stores.pairs()
                .find(register, id)
                .flatMap(pair -> look(who, register, pair.into(), purpose, why)
                        .flatMap(into -> look(who, register, pair.entity(), purpose, why)))
                .<Outcome<Look, LinkRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new LinkRefusal.Settled())));
    }

    private Optional<Look> look(
            SignedIn.Officer who, Register register, UUID entity, Optional<Purpose> purpose, String why) {
        return looks.open(who, register, identifier(register, entity), purpose, why)
                        instanceof Outcome.Done<Look, ?>(var look)
                ? Optional.of(look)
                : Optional.empty();
    }

    /** A pair that waits, seen from one of the two. @param other what is believed of the other one, by attribute */
    public record Seen(Pair pair, Map<String, String> other) {

        @Override
        public String toString() {
            return "Seen[pair=" + pair.id() + "]";
        }
    }

    /** What the record that is looked at may be too; two statements, and one for each of another number. */
    @Transactional(readOnly = true)
    public List<Seen> of(Look look) {
        var register = looks.register(look);
        var pairs = stores.pairs().waiting(look.entity());
        if (pairs.isEmpty()) {
            return List.of();
        }
        var rows = stores.current()
                .rows(pairs.stream().map(pair -> other(pair, look)).collect(Collectors.toSet()));
        return pairs.stream()
                .map(pair -> {
                    var values = values(register, Optional.ofNullable(rows.get(other(pair, look))));
                    if (pair.isOfNumbers(register)) {
                        values.put(register.identifier().name(), identifier(register, other(pair, look)));
                    }
                    return new Seen(pair, values);
                })
                .toList();
    }

    private String identifier(Register register, UUID entity) {
        return stores.records()
                .find(entity)
                .map(thing -> stores.records().identifier(register, thing.identifier()))
                .orElse("");
    }

    private static UUID other(Pair pair, Look look) {
        return pair.entity().equals(look.entity()) ? pair.into() : pair.entity();
    }

    private Map<String, String> values(Register register, Optional<CurrentStore.Row> row) {
        Map<String, String> values = new LinkedHashMap<>();
        row.ifPresent(kept -> kept.fields()
                .forEach((name, fact) -> register.findAttribute(name)
                        .ifPresent(
                                attribute -> values.put(name, stores.current().opened(register, attribute, fact)))));
        return values;
    }

    /** Says whether the two are one. What is said stands: no run of the machine asks again. */
    public Outcome<Look, LinkRefusal> decide(SignedIn.Officer who, Look look, long id, Verdict verdict, String why) {
        return decided(() -> {
            var refusal = refusal(who)
                    .or(() -> why.isBlank() ? Optional.of(new LinkRefusal.ReasonMissing()) : Optional.empty());
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var register = looks.register(look);
            stores.merges().hold(register);
            var pair = stores.pairs().find(register, id);
            if (pair.isEmpty()) {
                return Outcome.refused(new LinkRefusal.Settled());
            }
            var same = verdict == Verdict.SAME;
            var entry = Entry.of(
                            clock.instant(),
                            who.doer(),
                            same ? "golden.pair-same" : "golden.pair-different",
                            new Entry.Subject("golden-record", pair.get().into().toString()))
                    .because(why.strip())
                    .with(Datum.empty()
                            .with("merged-record", Datum.of(pair.get().entity().toString())));
            stores.pairs().decide(id, same ? "same" : "different", entry);
            if (same) {
                stores.merges()
                        .merge(
                                register,
                                stores.records().find(pair.get().entity()).orElseThrow(),
                                stores.records().find(pair.get().into()).orElseThrow(),
                                entry);
            }
            journal.append(entry);
            return Outcome.done(look);
        });
    }

    private Optional<LinkRefusal> refusal(SignedIn.Officer who) {
        return access.mayAct(who, who.organisation(), LINKERS)
                        instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var reason)
                ? Optional.of(new LinkRefusal.MayNot(reason))
                : Optional.empty();
    }

    private <T, R> Outcome<T, R> decided(Supplier<Outcome<T, R>> deed) {
        return Decided.in(transaction, deed);
    }
}
