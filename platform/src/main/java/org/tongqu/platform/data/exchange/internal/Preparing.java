package org.tongqu.platform.data.exchange.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.agreements.PermitRefusal;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;

/** Asks for the permit, covers what it covers, and opens the logins. */
@Component
public class Preparing {

    private static final String NO_SYSTEM = "no-system";

    private final Agreements agreements;
    private final Covers covers;
    private final SystemStore systems;
    private final NodeStore nodes;

    Preparing(Agreements agreements, Covers covers, SystemStore systems, NodeStore nodes) {
        this.agreements = agreements;
        this.covers = covers;
        this.systems = systems;
        this.nodes = nodes;
    }

    /** All that a run needs. @param flow as the permit allows it */
    public record Ready(PlannedFlow planned, Permit permit, Flow flow, Login source, Login target) {}

    /** Why it cannot run. @param agreement the one that does not permit it; none when there is none */
    public record Barred(Optional<String> agreement, Reason reason) {

        /** It is permitted, but one of its systems is not connected, or not yet. */
        public boolean lacksSystem() {
            return reason.code().equals(NO_SYSTEM);
        }
    }

    /** All that is needed to take what a node reads. @param flow as the permit allows it @param covers how that is */
    record Taking(PlannedFlow planned, Permit permit, Flow flow, List<Order.Cover> covers, Login target) {}

    /** For a flow whose source a node of its department reads. */
    Outcome<Taking, Barred> prepareForNode(PlannedFlow planned, Instant now) {
        return switch (permit(planned, now)) {
            case Outcome.Refused<Permit, PermitRefusal>(var why) ->
                Outcome.refused(new Barred(agreement(why), Reason.of(why)));
            case Outcome.Done<Permit, PermitRefusal>(var permit) -> taking(planned, permit);
        };
    }

    private Outcome<Taking, Barred> taking(PlannedFlow planned, Permit permit) {
        var flow = covers.over(planned.flow(), permit);
        var agreement = Optional.of(permit.agreement());
        var open = openKey(flow);
        if (open.isPresent()) {
            return Outcome.refused(new Barred(agreement, new Reason("covered-key", open.get())));
        }
        return target(planned)
                .<Outcome<Taking, Barred>>map(
                        target -> Outcome.done(new Taking(planned, permit, flow, covers.told(flow, permit), target)))
                .orElseGet(() -> Outcome.refused(new Barred(
                        agreement, new Reason(NO_SYSTEM, planned.running().to()))));
    }

    /** The way into the system that rows go to. */
    Optional<Login> target(PlannedFlow planned) {
        return systems.login(planned.running().to());
    }

    public Outcome<Ready, Barred> prepare(PlannedFlow planned, Instant now) {
        return switch (permit(planned, now)) {
            case Outcome.Refused<Permit, PermitRefusal>(var why) ->
                Outcome.refused(new Barred(agreement(why), Reason.of(why)));
            case Outcome.Done<Permit, PermitRefusal>(var permit) -> permitted(planned, permit);
        };
    }

    /** Whether what a run was begun with still holds: this agreement, these items, hidden in these ways. */
    Optional<Reason> objection(Ready ready, Instant now) {
        return switch (permit(ready.planned(), now)) {
            case Outcome.Refused<Permit, PermitRefusal>(var why) -> Optional.of(Reason.of(why));
            case Outcome.Done<Permit, PermitRefusal>(var permit) ->
                permit.agreement().equals(ready.permit().agreement())
                                && permit.items().equals(ready.permit().items())
                        ? Optional.empty()
                        : Optional.of(new Reason("agreement-changed", permit.agreement()));
        };
    }

    private Outcome<Permit, PermitRefusal> permit(PlannedFlow planned, Instant now) {
        return agreements.permit(planned.consumer(), planned.resource(), planned.items(), planned.purpose(), now);
    }

    private Outcome<Ready, Barred> permitted(PlannedFlow planned, Permit permit) {
        var flow = covers.over(planned.flow(), permit);
        var agreement = Optional.of(permit.agreement());
        var open = openKey(flow);
        if (open.isPresent()) {
            return Outcome.refused(new Barred(agreement, new Reason("covered-key", open.get())));
        }
        if (nodes.keeps(planned.running().from())) {
            return Outcome.refused(new Barred(
                    agreement, new Reason("kept-by-node", planned.running().from())));
        }
        var source = systems.login(planned.running().from());
        var target = systems.login(planned.running().to());
        if (source.isEmpty() || target.isEmpty()) {
            var missing = source.isEmpty()
                    ? planned.running().from()
                    : planned.running().to();
            return Outcome.refused(new Barred(agreement, new Reason(NO_SYSTEM, missing)));
        }
        return Outcome.done(new Ready(planned, permit, flow, source.get(), target.get()));
    }

    /** How far a run has come is written into the target: by columns that need not be hidden. */
    private static Optional<String> openKey(Flow flow) {
        var order = Stream.concat(flow.source().key().stream(), flow.source().watermark().stream())
                .toList();
        return flow.columns().stream()
                .filter(column -> column.cover().isPresent())
                .flatMap(column -> column.origin().fields().stream())
                .filter(order::contains)
                .findFirst();
    }

    private static Optional<String> agreement(PermitRefusal refusal) {
        return switch (refusal) {
            case PermitRefusal.NoAgreement() -> Optional.empty();
            case PermitRefusal.NotInForce(var id, var state) -> Optional.of(id);
            case PermitRefusal.NotBegun(var id, var starts) -> Optional.of(id);
            case PermitRefusal.ItemsOutside(var id, var items) -> Optional.of(id);
            case PermitRefusal.ResourceRetired(var id) -> Optional.of(id);
        };
    }
}
