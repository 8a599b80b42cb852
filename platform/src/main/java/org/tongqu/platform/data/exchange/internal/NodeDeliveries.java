package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.Delivery;
import org.tongqu.exchange.parcels.Delivery.Asked;
import org.tongqu.exchange.parcels.Delivery.Rows;
import org.tongqu.exchange.parcels.Landed;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.table.Span;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.internal.NodeDeliveryStore.Handed;
import org.tongqu.platform.data.exchange.internal.NodeDeliveryStore.NodeDelivery;
import org.tongqu.platform.data.exchange.internal.NodeDeliveryStore.Progress;

/**
 * Runs whose rows a department's node writes. They are mapped, checked and hidden here, since what the department may not
 * see must not reach it. The node fetches parcel by parcel, each by where its table stands; the agreement is asked for
 * each. Any program answers, since nothing that counts is kept in this one.
 */
@Component
public class NodeDeliveries {

    private static final Reason OVER = new Reason("order-over", "");

    private final NodeDeliveryStore store;
    private final NodeRunStore ends;
    private final NodeAsideStore asides;
    private final NodeRelayStore relays;
    private final NodeReadings readings;
    private final Preparing preparing;
    private final Runs runs;
    private final FlowBook book;
    private final FlowStore flows;
    private final Filling filling;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NodeDeliveries(
            Kept kept, Preparing preparing, Runs runs, FlowBook book, TransactionTemplate transactions, Clock clock) {
        this.store = kept.store();
        this.ends = kept.ends();
        this.asides = kept.asides();
        this.relays = kept.relays();
        this.readings = kept.readings();
        this.flows = kept.flows();
        this.filling = kept.filling();
        this.preparing = preparing;
        this.runs = runs;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept of them, and read for them. */
    @Component
    record Kept(
            NodeDeliveryStore store,
            NodeRunStore ends,
            NodeAsideStore asides,
            NodeRelayStore relays,
            NodeReadings readings,
            FlowStore flows,
            Filling filling) {}

    /** What a node gets that fetches. */
    sealed interface Answer {

        /** @param mayGoOn asked while it is on its way, which on a slow line is long */
        record Handed(byte[] parcel, BooleanSupplier mayGoOn) implements Answer {}

        /** Another node has not read it yet. */
        record NothingYet() implements Answer {}

        /** The run is over. */
        record Refused(Reason why) implements Answer {}
    }

    /** Of those that did not end. */
    Optional<NodeDelivery> find(long run) {
        return store.find(run);
    }

    /** What the node is to write now: what it began and did not end, or else the flow that is due. */
    List<Delivery> deliveries(Node node) {
        var open = store.open(node.id()).stream()
                .flatMap(one -> goOn(one).stream())
                .toList();
        return open.isEmpty()
                ? store
                        .takeDue(node.system(), clock.instant())
                        .flatMap(book::find)
                        .flatMap(planned -> begin(node, planned))
                        .stream()
                        .toList()
                : open;
    }

    private Optional<Delivery> begin(Node node, PlannedFlow planned) {
        var by = "node-" + node.id();
        return switch (preparing.prepareDelivery(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Giving, Preparing.Barred>(var barred) -> {
                runs.refuse(planned, barred, by);
                yield Optional.empty();
            }
            case Outcome.Done<Preparing.Giving, Preparing.Barred>(var giving) -> {
                var agreement = giving.permit().agreement();
                var run = transactions.execute(status -> {
                    var begun = runs.begin(planned, agreement, by);
                    runs.countElsewhere(planned);
                    store.insert(begun.id(), planned.id(), node.id(), NodeRuns.granted(giving.permit()));
                    return begun;
                });
                yield Optional.ofNullable(run)
                        .map(begun -> new Delivery(begun.id(), agreement, planned.flow(), OptionalLong.empty()));
            }
        };
    }

    private Optional<Delivery> goOn(NodeDelivery open) {
        return switch (permitted(open)) {
            case Outcome.Refused<Preparing.Giving, Reason>(var why) -> {
                end(open, Run.State.STOPPED, why);
                yield Optional.empty();
            }
            case Outcome.Done<Preparing.Giving, Reason>(var giving) ->
                Optional.of(new Delivery(
                        open.run(),
                        giving.permit().agreement(),
                        giving.planned().flow(),
                        open.targetRun() == 0 ? OptionalLong.empty() : OptionalLong.of(open.targetRun())));
        };
    }

    /** Whether the run may go on as it began. */
    private Outcome<Preparing.Giving, Reason> permitted(NodeDelivery open) {
        var planned = book.find(open.flow());
        if (planned.isEmpty()) {
            return Outcome.refused(OVER);
        }
        if (!flows.halted(List.of(open.flow())).isEmpty()) {
            return Outcome.refused(new Reason("halted", ""));
        }
        return preparing
                .prepareDelivery(planned.get(), clock.instant())
                .mapRefusal(Preparing.Barred::reason)
                .then(giving -> NodeRuns.granted(giving.permit()).equals(open.granted())
                        ? Outcome.done(giving)
                        : Outcome.refused(
                                new Reason("agreement-changed", giving.permit().agreement())));
    }

    /** The same, and ends the run when it may not. */
    Outcome<Preparing.Giving, Reason> permittedOrEnded(NodeDelivery open) {
        return permitted(open).mapRefusal(why -> {
            end(open, Run.State.STOPPED, why);
            return why;
        });
    }

    /** The parcel that goes on where the node's table stands, if it may have one. */
    Answer fetch(Node node, Asked asked) {
        var found = store.find(asked.order()).filter(run -> run.node() == node.id());
        if (found.isEmpty()) {
            return new Answer.Refused(OVER);
        }
        var stands = stands(found.get(), asked);
        if (stands.isEmpty()) {
            return ended(found.get(), Run.State.STOPPED, new Reason("out-of-order", ""));
        }
        return switch (permitted(stands.get())) {
            case Outcome.Refused<Preparing.Giving, Reason>(var why) -> ended(stands.get(), Run.State.STOPPED, why);
            case Outcome.Done<Preparing.Giving, Reason>(var giving) -> fetch(stands.get(), giving, asked);
        };
    }

    /** Where the node is by now; nothing when it cannot be there by what it was handed. */
    private static Optional<NodeDelivery> stands(NodeDelivery open, Asked asked) {
        var at = asked.rows();
        var run = asked.start().run();
        if (!isSum(at) || at.read() != asked.start().read()) {
            return Optional.empty();
        }
        if (open.targetRun() == 0) {
            var handed = new Handed(at.read(), at.read(), Parcel.End.MORE);
            var begun = new Progress(at, at, OptionalLong.empty(), handed);
            return Optional.of(new NodeDelivery(open.run(), open.flow(), open.node(), open.granted(), run, begun));
        }
        var progress = open.progress();
        var handed = progress.handed();
        return run == open.targetRun()
                        && (at.read() == handed.from() || at.read() == handed.to())
                        && isFrom(progress.at(), at)
                ? Optional.of(open.at(new Progress(progress.first(), at, progress.lastLine(), handed)))
                : Optional.empty();
    }

    private static boolean isSum(Rows rows) {
        return rows.written() >= 0 && rows.setAside() >= 0 && rows.read() == rows.written() + rows.setAside();
    }

    private static boolean isFrom(Rows before, Rows now) {
        return now.written() >= before.written() && now.setAside() >= before.setAside();
    }

    private Answer fetch(NodeDelivery open, Preparing.Giving giving, Asked asked) {
        var named = giving.flow().columns().stream().map(Column::name).toList();
        if (!asked.columns().stream().map(TargetColumn::name).toList().equals(named)) {
            return ended(open, Run.State.FAILED, new Reason("malformed", "columns"));
        }
        // Where the node stands is kept before anything is read for it, however long that takes.
        var limited = handing(open, giving, open.progress().handed());
        store.keep(limited);
        return switch (giving.source()) {
            case Preparing.Way.Direct(var login) -> read(limited, giving, login, asked);
            case Preparing.Way.Node(var reader) ->
                relays.hand(asked, reader)
                        .map(bytes -> hand(limited, giving, ParcelBytes.read(bytes), bytes))
                        .orElseGet(Answer.NothingYet::new);
        };
    }

    private Answer read(NodeDelivery open, Preparing.Giving giving, Login login, Asked asked) {
        try {
            var last = lastLine(open.progress(), giving).orElse(Long.MAX_VALUE);
            return switch (readings.next(giving, login, asked, last)) {
                case Outcome.Refused<Optional<Parcel>, Reason>(var why) -> ended(open, Run.State.FAILED, why);
                case Outcome.Done<Optional<Parcel>, Reason>(var found) ->
                    found.map(parcel -> hand(open, giving, parcel, ParcelBytes.write(parcel)))
                            .orElseGet(Answer.NothingYet::new);
            };
        } catch (SQLException fault) {
            return ended(open, Run.State.FAILED, Runner.reason(fault));
        }
    }

    private Answer hand(NodeDelivery open, Preparing.Giving giving, Parcel parcel, byte[] bytes) {
        var to = parcel.before() + parcel.read();
        var further = handing(
                open, giving, new Handed(parcel.before(), to, parcel.reached().end()));
        store.keep(further);
        return new Answer.Handed(bytes, () -> mayGoOn(further));
    }

    private static NodeDelivery handing(NodeDelivery open, Preparing.Giving giving, Handed handed) {
        var progress = open.progress();
        return open.at(new Progress(progress.first(), progress.at(), lastLine(progress, giving), handed));
    }

    private static OptionalLong lastLine(Progress progress, Preparing.Giving giving) {
        var rows = giving.permit().rows();
        return rows.isPresent() ? OptionalLong.of(progress.first().read() + rows.getAsLong()) : rows;
    }

    private boolean mayGoOn(NodeDelivery open) {
        if (store.find(open.run()).isEmpty()) {
            return false;
        }
        return permittedOrEnded(open) instanceof Outcome.Done;
    }

    /** The node's table has all that the run may bring it. @return why that cannot be */
    Optional<Reason> landed(Node node, Landed landed) {
        var found = store.find(landed.order()).filter(run -> run.node() == node.id());
        if (found.isEmpty()) {
            return Optional.of(OVER);
        }
        var open = found.get();
        var progress = open.progress();
        var isWhole = progress.handed().end() == Parcel.End.NOTHING;
        var isCut = progress.handed().end() == Parcel.End.CUT;
        if (landed.run() != open.targetRun()
                || landed.rows().read() != progress.handed().to()
                || !(isWhole || isCut)
                || !isSum(landed.rows())
                || !isFrom(progress.at(), landed.rows())) {
            var why = new Reason("out-of-order", "");
            end(open, Run.State.FAILED, why);
            return Optional.of(why);
        }
        var reached = landed.reached();
        var planned = book.find(open.flow());
        if (planned.isEmpty()) {
            end(open, Run.State.STOPPED, OVER);
            return Optional.of(OVER);
        }
        var rows = since(progress.first(), landed.rows());
        var span = new Span(reached.since(), reached.until(), reached.position());
        var end = isWhole
                ? new Runner.End(Run.State.COMPLETE, Reason.NONE, rows, landed.digest(), span)
                : Runner.End.limited(planned.get().flow(), rows, span);
        end(open.flow(), open.run(), end);
        transactions.executeWithoutResult(status -> {
            flows.waiting(open.flow(), reached.waiting());
            asides.replace(open.flow(), landed.run(), landed.aside());
        });
        if (rows.written() > 0) {
            filling.countBeside(planned.get());
        }
        return Optional.empty();
    }

    /** The node cannot write what it was to. */
    void trouble(Node node, long order, Reason why) {
        store.find(order).filter(run -> run.node() == node.id()).ifPresent(open -> end(open, Run.State.FAILED, why));
    }

    /** Ends what the node has under way, in the transaction of the caller. */
    public void stopAll(Node node, Reason why) {
        store.open(node.id()).forEach(open -> end(open, Run.State.STOPPED, why));
    }

    void failed(NodeDelivery open, Reason why) {
        end(open, Run.State.FAILED, why);
    }

    void stopped(NodeDelivery open, Reason why) {
        end(open, Run.State.STOPPED, why);
    }

    private Answer ended(NodeDelivery open, Run.State state, Reason why) {
        end(open, state, why);
        return new Answer.Refused(why);
    }

    private void end(NodeDelivery open, Run.State state, Reason why) {
        var rows = since(open.progress().first(), open.progress().at());
        end(open.flow(), open.run(), new Runner.End(state, why, rows, "", Runner.End.NOTHING));
    }

    private void end(String flow, long run, Runner.End end) {
        readings.end(run);
        var planned = book.find(flow);
        transactions.executeWithoutResult(status -> {
            relays.end(run);
            if (ends.end(run) && planned.isPresent()) {
                runs.find(run).ifPresent(begun -> runs.end(planned.get(), begun, end));
            }
        });
    }

    private static Run.Rows since(Rows first, Rows now) {
        return new Run.Rows(
                now.read() - first.read(), now.written() - first.written(), now.setAside() - first.setAside());
    }
}
