package org.tongqu.platform.data.corrections;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.corrections.Correction.State;
import org.tongqu.platform.data.corrections.internal.CorrectionDeeds;
import org.tongqu.platform.data.corrections.internal.CorrectionStore;
import org.tongqu.platform.data.exchange.DeliveredRows;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;

/** Reporting a wrong value and answering for it. */
@Service
public class Corrections {

    private static final Set<String> DEPARTMENT = Set.of(Compiling.OFFICER, Compiling.CHIEF);

    private final CorrectionStore store;
    private final CorrectionDeeds deeds;
    private final Flows flows;
    private final DeliveredRows rows;
    private final Access access;
    private final TransactionTemplate transaction;

    Corrections(
            CorrectionStore store,
            CorrectionDeeds deeds,
            Flows flows,
            DeliveredRows rows,
            Access access,
            TransactionTemplate transaction) {
        this.store = store;
        this.deeds = deeds;
        this.flows = flows;
        this.rows = rows;
        this.access = access;
        this.transaction = transaction;
    }

    /** Those of which the officer may see one side, the newest first. */
    @Transactional(readOnly = true)
    public List<Correction> list(SignedIn.Officer who, String after, int limit) {
        return store.list(access.scope(who), after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Correction> find(SignedIn.Officer who, String id) {
        var scope = access.scope(who);
        return store.find(id)
                .filter(found -> scope.sees(found.origin().consumer())
                        || scope.sees(found.origin().provider()));
    }

    /** What was done about it, the oldest first. */
    @Transactional(readOnly = true)
    public List<CorrectionDeed> deeds(Correction correction) {
        return store.deeds(correction.id());
    }

    /** The flow, when the officer may report what it delivered to their department. */
    public Outcome<PlannedFlow, CorrectionRefusal> reportable(SignedIn.Officer who, String id) {
        return flows.find(id)
                .<Outcome<PlannedFlow, CorrectionRefusal>>map(flow -> access.mayAct(who, flow.consumer(), DEPARTMENT)
                        .<CorrectionRefusal>mapRefusal(CorrectionRefusal.MayNot::new)
                        .map(may -> flow))
                .orElseGet(() -> Outcome.refused(new CorrectionRefusal.Gone()));
    }

    /** Takes a wrong value back to where it came from; what was delivered is read, not typed. */
    public Outcome<Correction, CorrectionRefusal> report(SignedIn.Officer who, Reported reported) {
        return reportable(who, reported.flow()).then(flow -> {
            if (reported.why().isBlank() || !flow.items().contains(reported.item())) {
                return Outcome.refused(new CorrectionRefusal.WordsMissing());
            }
            return switch (rows.find(flow, reported.key(), reported.item())) {
                case Outcome.Refused<DeliveredRows.Cell, DeliveredRows.Unseen>(var unseen) ->
                    Outcome.refused(refusal(unseen));
                case Outcome.Done<DeliveredRows.Cell, DeliveredRows.Unseen>(var cell) ->
                    cell.value().equals(reported.expected())
                            ? Outcome.refused(new CorrectionRefusal.SaysSo())
                            : reported(who, flow, reported, cell);
            };
        });
    }

    private static CorrectionRefusal refusal(DeliveredRows.Unseen unseen) {
        return switch (unseen) {
            case NOT_PERMITTED -> new CorrectionRefusal.NotPermitted();
            case AWAY -> new CorrectionRefusal.Away();
            case NO_SUCH_ROW -> new CorrectionRefusal.NoSuchRow();
        };
    }

    private Outcome<Correction, CorrectionRefusal> reported(
            SignedIn.Officer who, PlannedFlow flow, Reported reported, DeliveredRows.Cell cell) {
        return decided(() -> {
            var now = deeds.now();
            var made = new Correction(
                    store.nextId(now),
                    new Correction.Origin(
                            cell.agreement(), flow.id(), flow.resource().value(), flow.consumer(), flow.provider()),
                    new Correction.Told(
                            String.join(",", reported.key()),
                            reported.item(),
                            cell.value(),
                            reported.expected(),
                            reported.why().strip()),
                    now,
                    State.REPORTED,
                    deeds.due(now),
                    1);
            store.insert(made);
            deeds.tell(who.doer(), made, "report", made.told().why());
            return Outcome.done(made);
        });
    }

    /**
     * Takes many wrong values back at once, in the caller's transaction: what was delivered is known to whoever reports it.
     *
     * @return in the order in which they were reported
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Correction> reportAll(BatchReport report) {
        if (report.told().isEmpty()) {
            return List.of();
        }
        var now = deeds.now();
        var flow = report.flow();
        var origin = new Correction.Origin(
                report.agreement(), flow.id(), flow.resource().value(), flow.consumer(), flow.provider());
        var due = deeds.due(now, report.within());
        var ids = store.nextIds(now, report.told().size());
        var made = IntStream.range(0, ids.size())
                .mapToObj(i -> new Correction(ids.get(i), origin, report.told().get(i), now, State.REPORTED, due, 1))
                .toList();
        store.insertAll(made);
        deeds.tellAll(report.by(), made);
        return made;
    }

    /**
     * Takes back what was reported and is not held to be wrong any more, in the caller's transaction. What was closed
     * meanwhile stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(Entry.Doer by, Collection<String> ids) {
        for (var held : store.lockOpen(ids)) {
            var after = held.in(State.WITHDRAWN);
            store.update(after);
            deeds.tell(by, after, "withdraw", "");
        }
    }

    /** Whether the officer answers for the department that gave the value, and has not yet. */
    public boolean mayAnswer(SignedIn.Officer who, Correction correction) {
        return correction.state() == State.REPORTED && may(who, correction) instanceof Outcome.Done;
    }

    private Outcome<SignedIn.Officer, AccessRefusal> may(SignedIn.Officer who, Correction correction) {
        return access.mayAct(who, correction.origin().provider(), DEPARTMENT);
    }

    /** Says that it is corrected at the source and how, or why it is right as it is. */
    public Outcome<Correction, CorrectionRefusal> answer(
            SignedIn.Officer who, String id, CorrectionAct act, String words) {
        return decided(() -> {
            var found = store.lock(id);
            if (found.isEmpty()) {
                return Outcome.refused(new CorrectionRefusal.Gone());
            }
            if (may(who, found.get()) instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
                return Outcome.refused(new CorrectionRefusal.MayNot(why));
            }
            if (found.get().state() != State.REPORTED) {
                return Outcome.refused(
                        new CorrectionRefusal.Answered(found.get().state()));
            }
            if (words.isBlank()) {
                return Outcome.refused(new CorrectionRefusal.WordsMissing());
            }
            var after = found.get().in(act == CorrectionAct.CORRECT ? State.CORRECTED : State.REFUSED);
            store.update(after);
            deeds.tell(who.doer(), after, act.code(), words.strip());
            return Outcome.done(after);
        });
    }

    private Outcome<Correction, CorrectionRefusal> decided(Supplier<Outcome<Correction, CorrectionRefusal>> deed) {
        return Decided.in(transaction, deed);
    }
}
