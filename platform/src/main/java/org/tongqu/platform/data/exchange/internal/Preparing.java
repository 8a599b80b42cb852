package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.parcels.Delivery;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Sending;
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
    private static final String KEPT_BY_NODE = "kept-by-node";

    private final Agreements agreements;
    private final Covers covers;
    private final SystemStore systems;
    private final NodeStore nodes;
    private final FileOutlet outlet;

    Preparing(Agreements agreements, Covers covers, SystemStore systems, NodeStore nodes, FileOutlet outlet) {
        this.agreements = agreements;
        this.covers = covers;
        this.systems = systems;
        this.nodes = nodes;
        this.outlet = outlet;
    }

    /** What may be done with a flow now. */
    public sealed interface Permitted {

        PlannedFlow planned();

        Permit permit();

        /** As the permit allows it. */
        Flow flow();
    }

    /** All that a run needs. @param flow as the permit allows it */
    public record Ready(PlannedFlow planned, Permit permit, Flow flow, Login source, Login target)
            implements Permitted {}

    /** Both sides of a flow, wherever each of them is reached. @param covers how a node hides what is to be hidden */
    public record Sides(PlannedFlow planned, Permit permit, Flow flow, List<Order.Cover> covers, Way source, Way target)
            implements Permitted {}

    /** Why it cannot run. @param agreement the one that does not permit it; none when there is none */
    public record Barred(Optional<String> agreement, Reason reason) {

        /** It is permitted, but one of its systems is not connected, or not yet. */
        public boolean lacksSystem() {
            return reason.code().equals(NO_SYSTEM);
        }

        /** It is permitted, and for a node of a department to run. */
        boolean isKeptByNode() {
            return reason.code().equals(KEPT_BY_NODE);
        }
    }

    /** All that is needed to take what a node reads. @param flow as the permit allows it @param covers how that is */
    record Taking(PlannedFlow planned, Permit permit, Flow flow, List<Order.Cover> covers, Login target) {}

    /** How a side is reached. */
    public sealed interface Way {
        record Direct(Login login) implements Way {}

        /** By a node. @param id of it */
        record Node(long id) implements Way {}
    }

    /** All that is needed to give what a node writes. @param flow as the permit allows it */
    record Giving(PlannedFlow planned, Permit permit, Flow flow, Way source) {

        /** What reads the source from where it is asked for. */
        Outcome<Sending, Reason> open(Login login, Delivery.Asked asked) throws SQLException {
            return switch (Sources.open(flow, login)) {
                case Outcome.Refused<SourceTable, MissingDriver>(var missing) ->
                    Outcome.refused(new Reason("no-driver", missing.driver()));
                case Outcome.Done<SourceTable, MissingDriver>(var table) -> {
                    var sending = new Sending(flow, table, asked.columns());
                    yield sending.findRefusal(asked.start())
                            .<Outcome<Sending, Reason>>map(why -> Outcome.refused(Reason.of(why)))
                            .orElseGet(() -> Outcome.done(sending));
                }
            };
        }
    }

    /** What a permit allows, with the columns hidden that it hides. */
    private record Allowed(PlannedFlow planned, Permit permit, Flow flow) {

        <T> Outcome<T, Barred> barred(String code, String detail) {
            return Outcome.refused(new Barred(Optional.of(permit.agreement()), new Reason(code, detail)));
        }

        /** Nothing when the system is not connected. */
        <T> Outcome<T, Barred> with(Optional<T> found, String system) {
            return found.<Outcome<T, Barred>>map(Outcome::done).orElseGet(() -> barred(NO_SYSTEM, system));
        }
    }

    private Outcome<Allowed, Barred> allowed(PlannedFlow planned, Instant now) {
        return permit(planned, now)
                .mapRefusal(why -> new Barred(agreement(why), Reason.of(why)))
                .then(permit -> {
                    var allowed = new Allowed(planned, permit, covers.over(planned.flow(), permit));
                    return openKey(allowed.flow())
                            .map(open -> allowed.<Allowed>barred("covered-key", open))
                            .orElseGet(() -> Outcome.done(allowed));
                });
    }

    /** For looking at both sides beside a run. */
    public Outcome<Sides, Barred> prepareSides(PlannedFlow planned, Instant now) {
        var running = planned.running();
        return allowed(planned, now)
                .then(allowed -> source(allowed)
                        .then(source -> allowed.with(way(running.to(), () -> target(planned)), running.to())
                                .map(target -> new Sides(
                                        planned,
                                        allowed.permit(),
                                        allowed.flow(),
                                        covers.told(allowed.flow(), allowed.permit()),
                                        source,
                                        target))));
    }

    private Outcome<Way, Barred> source(Allowed allowed) {
        var from = allowed.planned().running().from();
        return allowed.with(way(from, () -> systems.login(from)), from);
    }

    public boolean isWrittenByNode(PlannedFlow planned) {
        return nodes.keeps(planned.running().to());
    }

    /** Whether a node has begun a run of the flow that did not end. */
    public boolean isUnderWay(PlannedFlow planned) {
        return nodes.isUnderWay(planned.id());
    }

    /** By the node that keeps the system, or else by this login. */
    private Optional<Way> way(String system, Supplier<Optional<Login>> login) {
        return nodes.keeper(system).<Way>map(Way.Node::new).or(() -> login.get().map(Way.Direct::new));
    }

    /** For a flow whose target a node of its department writes. */
    Outcome<Giving, Barred> prepareDelivery(PlannedFlow planned, Instant now) {
        return allowed(planned, now)
                .then(allowed ->
                        source(allowed).map(source -> new Giving(planned, allowed.permit(), allowed.flow(), source)));
    }

    /** For a flow whose source a node of its department reads. */
    Outcome<Taking, Barred> prepareForNode(PlannedFlow planned, Instant now) {
        var to = planned.running().to();
        return allowed(planned, now)
                .then(allowed -> nodes.keeps(to)
                        ? allowed.barred(KEPT_BY_NODE, to)
                        : allowed.with(target(planned), to)
                                .map(target -> new Taking(
                                        planned,
                                        allowed.permit(),
                                        allowed.flow(),
                                        covers.told(allowed.flow(), allowed.permit()),
                                        target)));
    }

    /** The way into the system that rows go to. */
    public Optional<Login> target(PlannedFlow planned) {
        return planned.flow().target().connector() == Connector.FILES
                ? Optional.of(outlet.login())
                : systems.login(planned.running().to());
    }

    /** The way into the system that rows come from; none when only a node knows it. */
    public Optional<Login> source(PlannedFlow planned) {
        return systems.login(planned.running().from());
    }

    /** The agreement that permits the flow now. */
    public Optional<String> agreement(PlannedFlow planned, Instant now) {
        return permit(planned, now).fold(permit -> Optional.of(permit.agreement()), why -> Optional.empty());
    }

    public Outcome<Ready, Barred> prepare(PlannedFlow planned, Instant now) {
        return allowed(planned, now).then(this::direct);
    }

    private Outcome<Ready, Barred> direct(Allowed allowed) {
        var running = allowed.planned().running();
        var kept = Stream.of(running.from(), running.to()).filter(nodes::keeps).findFirst();
        if (kept.isPresent()) {
            return allowed.barred(KEPT_BY_NODE, kept.get());
        }
        return allowed.with(systems.login(running.from()), running.from())
                .then(source -> allowed.with(target(allowed.planned()), running.to())
                        .map(target -> new Ready(allowed.planned(), allowed.permit(), allowed.flow(), source, target)));
    }

    /** Whether what a run was begun with still holds: this agreement, these items, hidden in these ways. */
    Optional<Reason> objection(Permitted ready, Instant now) {
        return switch (permit(ready.planned(), now)) {
            case Outcome.Refused<Permit, PermitRefusal>(var why) -> Optional.of(Reason.of(why));
            case Outcome.Done<Permit, PermitRefusal>(var permit) ->
                permit.agreement().equals(ready.permit().agreement())
                                && permit.items().equals(ready.permit().items())
                        ? Optional.empty()
                        : Optional.of(new Reason("agreement-changed", permit.agreement()));
        };
    }

    /** Whether the flow may run at all. */
    public Outcome<Permit, PermitRefusal> permit(PlannedFlow planned, Instant now) {
        return agreements.permit(planned.consumer(), planned.resource(), planned.items(), planned.purpose(), now);
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
