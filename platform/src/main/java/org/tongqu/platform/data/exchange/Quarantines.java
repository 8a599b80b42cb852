package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.exchange.internal.FlowStore;
import org.tongqu.platform.data.exchange.internal.NodeAsideStore;
import org.tongqu.platform.data.exchange.internal.NodeStore;
import org.tongqu.platform.data.exchange.internal.Preparing;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Rows that a flow set aside: looked at and repaired by the data people of both sides, under the flow's agreement. */
@Service
public class Quarantines {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantines.class);
    private static final Set<String> HANDS = Set.of(Compiling.OFFICER, Compiling.CHIEF, Compiling.AUTHORITY);

    private final Preparing preparing;
    private final FlowStore store;
    private final NodeStore nodes;
    private final NodeAsideStore asides;
    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Quarantines(
            Preparing preparing,
            Kept kept,
            Access access,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.preparing = preparing;
        this.store = kept.flows();
        this.nodes = kept.nodes();
        this.asides = kept.asides();
        this.access = access;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is kept of rows set aside. */
    @Component
    record Kept(FlowStore flows, NodeStore nodes, NodeAsideStore asides) {}

    /** Whether the officer works with the rows of one of the sides. */
    public Outcome<SignedIn.Officer, AccessRefusal> mayRepair(SignedIn.Officer who, PlannedFlow flow) {
        var provider = access.mayAct(who, flow.provider(), HANDS);
        return provider instanceof Outcome.Done ? provider : access.mayAct(who, flow.consumer(), HANDS);
    }

    /** Whether the rows are in the department, whose node tells of them only where and why. */
    public boolean areInDepartment(PlannedFlow flow) {
        return nodes.keeps(flow.running().to());
    }

    /** Rows that wait, the oldest first, behind this one; the look is written down. */
    public Outcome<List<Quarantine.Entry>, RepairRefusal> open(
            SignedIn.Officer who, PlannedFlow flow, long after, int most) {
        if (nodes.keeps(flow.running().to())) {
            return told(who, flow, after, most);
        }
        return prepared(who, flow).then(opened -> {
            try {
                var rows = opened.quarantine().open(after, most);
                tell(who, opened.sides(), "exchange.look-at-quarantine", Datum.empty());
                return Outcome.done(rows);
            } catch (SQLException away) {
                return away(flow, away);
            }
        });
    }

    private Outcome<List<Quarantine.Entry>, RepairRefusal> told(
            SignedIn.Officer who, PlannedFlow flow, long after, int most) {
        return mayRepair(who, flow)
                .<RepairRefusal>mapRefusal(RepairRefusal.MayNot::new)
                .then(may -> preparing
                        .permit(flow, clock.instant())
                        .<RepairRefusal>mapRefusal(barred -> new RepairRefusal.Away()))
                .map(permit -> {
                    tell(who, flow, permit, "exchange.look-at-quarantine", Datum.empty());
                    return asides.of(flow.id(), after, most);
                });
    }

    /** Repairs the row and sends it again. */
    public Outcome<PlannedFlow, RepairRefusal> repair(
            SignedIn.Officer who, PlannedFlow flow, long id, Map<String, String> corrected) {
        return prepared(who, flow).then(opened -> {
            try {
                return repaired(who, opened, id, corrected);
            } catch (SQLException away) {
                return away(flow, away);
            }
        });
    }

    private Outcome<PlannedFlow, RepairRefusal> repaired(
            SignedIn.Officer who, Opened opened, long id, Map<String, String> corrected) throws SQLException {
        var quarantine = opened.quarantine();
        var fields = repairable(opened.sides().flow());
        if (!fields.containsAll(corrected.keySet()) || corrected.isEmpty()) {
            return Outcome.refused(new RepairRefusal.AtItsSource());
        }
        if (row(quarantine, id).isEmpty()) {
            return Outcome.refused(new RepairRefusal.Gone());
        }
        if (!quarantine.repair(id, corrected)) {
            return Outcome.refused(new RepairRefusal.AtItsSource());
        }
        tell(who, opened.sides(), "exchange.repair-row", Datum.empty().with("row", Datum.of(id)));
        quarantine.replay();
        store.waiting(opened.sides().planned().id(), quarantine.waiting());
        return row(quarantine, id)
                .<Outcome<PlannedFlow, RepairRefusal>>map(
                        still -> Outcome.refused(new RepairRefusal.Still(still.failure())))
                .orElseGet(() -> Outcome.done(opened.sides().planned()));
    }

    /** Columns of the source that may be written here: those that are not hidden from the target. */
    private static Set<String> repairable(org.tongqu.engines.exchanges.Flow flow) {
        var fields = new LinkedHashSet<>(flow.fields());
        flow.columns().stream()
                .filter(column -> column.cover().isPresent())
                .forEach(column -> column.origin().fields().forEach(fields::remove));
        return fields;
    }

    /** Which columns of the source can be repaired, in their order. */
    public List<String> repairable(PlannedFlow flow) {
        return preparing
                .prepareSides(flow, clock.instant())
                .fold(sides -> List.copyOf(repairable(sides.flow())), barred -> List.of());
    }

    private static Optional<Quarantine.Entry> row(Quarantine quarantine, long id) throws SQLException {
        return quarantine.open(id - 1, 1).stream()
                .filter(entry -> entry.id() == id)
                .findFirst();
    }

    /** Whoever reads the source: what is repaired stands beside the target. */
    private record Opened(Preparing.Sides sides, Quarantine quarantine) {}

    private Outcome<Opened, RepairRefusal> prepared(SignedIn.Officer who, PlannedFlow flow) {
        return switch (mayRepair(who, flow)) {
            case Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why) ->
                Outcome.refused(new RepairRefusal.MayNot(why));
            case Outcome.Done<SignedIn.Officer, AccessRefusal> may ->
                preparing
                        .prepareSides(flow, clock.instant())
                        .<RepairRefusal>mapRefusal(barred -> new RepairRefusal.Away())
                        .then(sides -> sides.target() instanceof Preparing.Way.Direct(var login)
                                ? Outcome.done(new Opened(sides, new Quarantine(sides.flow(), login)))
                                : Outcome.refused(new RepairRefusal.Away()));
        };
    }

    private static <T> Outcome<T, RepairRefusal> away(PlannedFlow flow, SQLException fault) {
        LOG.info("The quarantine of {} does not answer", flow.id(), fault);
        return Outcome.refused(new RepairRefusal.Away());
    }

    private void tell(SignedIn.Officer who, Preparing.Sides sides, String verb, Datum details) {
        tell(who, sides.planned(), sides.permit(), verb, details);
    }

    private void tell(SignedIn.Officer who, PlannedFlow flow, Permit permit, String verb, Datum details) {
        transaction.executeWithoutResult(status ->
                journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("flow", flow.id()))
                        .under(permit.agreement())
                        .with(details)));
    }
}
