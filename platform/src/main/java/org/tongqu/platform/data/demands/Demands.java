package org.tongqu.platform.data.demands;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.demands.Demand.State;
import org.tongqu.platform.data.demands.DemandAct.Side;
import org.tongqu.platform.data.demands.DemandPage.Filter;
import org.tongqu.platform.data.demands.internal.DemandCheck;
import org.tongqu.platform.data.demands.internal.DemandDeeds;
import org.tongqu.platform.data.demands.internal.DemandList;
import org.tongqu.platform.data.demands.internal.DemandStore;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/** Saying what is missed, assigning it and answering. Each act holds the demand, so that acts on it follow each other. */
@Service
public class Demands {

    private static final Set<String> DEPARTMENT = Set.of(Compiling.OFFICER, Compiling.CHIEF);
    private static final Set<String> AUTHORITY = Set.of(Compiling.AUTHORITY);

    private final DemandStore store;
    private final DemandList list;
    private final DemandDeeds deeds;
    private final DemandCheck check;
    private final Access access;
    private final TransactionTemplate transaction;

    Demands(
            DemandStore store,
            DemandList list,
            DemandDeeds deeds,
            DemandCheck check,
            Access access,
            TransactionTemplate transaction) {
        this.store = store;
        this.list = list;
        this.deeds = deeds;
        this.check = check;
        this.access = access;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    public DemandPage list(SignedIn.Officer who, Filter filter, String after, int size) {
        return list.page(filter, who.organisation(), after, size);
    }

    @Transactional(readOnly = true)
    public Optional<Demand> find(String id) {
        return store.find(id);
    }

    /** What was done to it, the oldest first. */
    @Transactional(readOnly = true)
    public List<DemandDeed> deeds(Demand demand) {
        return store.deeds(demand.id());
    }

    /** Says what the officer's own department misses. */
    public Outcome<Demand, DemandRefusal> ask(SignedIn.Officer who, Demand.Wanted wanted) {
        return decided(() -> {
            if (access.mayAct(who, who.organisation(), DEPARTMENT)
                    instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
                return Outcome.refused(new DemandRefusal.MayNot(why));
            }
            var faults = check.faults(wanted);
            if (!faults.isEmpty()) {
                return Outcome.refused(new DemandRefusal.Faulty(faults));
            }
            var now = deeds.now();
            var asked = new Demand(
                    store.nextId(now),
                    new Demand.Asked(who.organisation(), who.actor(), who.name(), now),
                    wanted,
                    State.ASKED,
                    Optional.empty(),
                    deeds.dueOn(State.ASKED, now),
                    Optional.empty(),
                    1);
            store.insert(asked);
            deeds.tell(who, asked, "ask", new DemandAnswer("", "", ""));
            return Outcome.done(asked);
        });
    }

    /** What the officer is offered; {@link #act} decides again when it is asked for. */
    public List<DemandAct> acts(SignedIn.Officer who, Demand demand) {
        return Arrays.stream(DemandAct.values())
                .filter(act -> act.fits(demand))
                .filter(act -> may(who, demand, act.side()) instanceof Outcome.Done)
                .toList();
    }

    /** Does the act, when the officer stands on the side that may and the demand is where it can be done. */
    public Outcome<Demand, DemandRefusal> act(SignedIn.Officer who, String id, DemandAct act, DemandAnswer answer) {
        return decided(() -> {
            var found = store.lock(id);
            if (found.isEmpty()) {
                return Outcome.refused(new DemandRefusal.Gone());
            }
            var held = found.get();
            if (may(who, held, act.side()) instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
                return Outcome.refused(new DemandRefusal.MayNot(why));
            }
            if (!act.fits(held)) {
                return Outcome.refused(new DemandRefusal.Elsewhere(held.state()));
            }
            var faults = check.faults(held, act, answer);
            if (!faults.isEmpty()) {
                return Outcome.refused(new DemandRefusal.Faulty(faults));
            }
            var after = after(held, act, answer).in(act.to(), deeds.dueOn(act.to(), deeds.now()));
            store.update(after);
            deeds.tell(who, after, act.code(), answer);
            return Outcome.done(after);
        });
    }

    private static Demand after(Demand held, DemandAct act, DemandAnswer answer) {
        return switch (act) {
            case ASSIGN -> held.assignedTo(answer.organisation());
            case ANSWER -> held.answeredBy(ResourceCode.find(answer.resource()).orElseThrow());
            case HAVE_NOT, KEEP_BACK, GIVE_UP, WITHDRAW -> held;
        };
    }

    private Outcome<SignedIn.Officer, AccessRefusal> may(SignedIn.Officer who, Demand demand, Side side) {
        return switch (side) {
            case ASKER -> access.mayAct(who, demand.asked().organisation(), DEPARTMENT);
            case AUTHORITY -> access.mayAct(who, demand.asked().organisation(), AUTHORITY);
            case ASSIGNED ->
                access.mayAct(who, demand.assigned().orElse(demand.asked().organisation()), DEPARTMENT);
        };
    }

    private Outcome<Demand, DemandRefusal> decided(Supplier<Outcome<Demand, DemandRefusal>> deed) {
        return Decided.in(transaction, deed);
    }
}
