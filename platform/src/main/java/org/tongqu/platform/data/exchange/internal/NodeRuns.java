package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.table.Arriving;
import org.tongqu.exchange.table.Arriving.Arrival;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.data.exchange.internal.NodeRunStore.NodeRun;

/**
 * Runs whose rows a department's node reads. Nothing of them is kept in this program: what an order began with stands in
 * the store, how far it came in the target, so that any program takes the next parcel. The agreement is asked for each.
 */
@Component
public class NodeRuns {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRuns.class);

    private final NodeRunStore store;
    private final Preparing preparing;
    private final Runs runs;
    private final FlowBook book;
    private final FlowStore flows;
    private final Filling filling;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NodeRuns(
            Kept kept,
            Preparing preparing,
            Runs runs,
            FlowBook book,
            Filling filling,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = kept.store();
        this.preparing = preparing;
        this.runs = runs;
        this.book = book;
        this.flows = kept.flows();
        this.filling = filling;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept of them. */
    @Component
    record Kept(NodeRunStore store, FlowStore flows) {}

    /** What became of a parcel, as the node is told. */
    sealed interface Answer {
        /** It is committed, whether now or before. */
        record Committed() implements Answer {}

        /** It never will be; the next order says where to go on, if at all. */
        record Refused(Reason why) implements Answer {}

        /** It may be sent again. */
        record NotNow() implements Answer {}
    }

    /** What the node is to read now: what it began and did not end, or else the flow that is due. */
    List<Order> orders(Node node) {
        var orders = new ArrayList<Order>();
        for (var open : store.open(node.id())) {
            goOn(open).ifPresent(orders::add);
        }
        if (orders.isEmpty()) {
            store.takeDue(node.system(), clock.instant())
                    .flatMap(book::find)
                    .flatMap(planned -> begin(node, planned))
                    .ifPresent(orders::add);
        }
        return orders;
    }

    private Optional<Order> begin(Node node, PlannedFlow planned) {
        return switch (preparing.prepareForNode(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Taking, Preparing.Barred>(var barred) -> {
                runs.refuse(planned, barred, by(node));
                yield Optional.empty();
            }
            case Outcome.Done<Preparing.Taking, Preparing.Barred>(var taking) -> begin(node, taking);
        };
    }

    private static String by(Node node) {
        return "node-" + node.id();
    }

    private Optional<Order> begin(Node node, Preparing.Taking taking) {
        try {
            return switch (arriving(taking).begin(mode(taking))) {
                case Outcome.Refused<Arriving.Begun, ExchangeRefusal>(var why) -> {
                    var barred =
                            new Preparing.Barred(Optional.of(taking.permit().agreement()), Reason.of(why));
                    runs.refuse(taking.planned(), barred, by(node));
                    yield Optional.empty();
                }
                case Outcome.Done<Arriving.Begun, ExchangeRefusal>(var begun) -> {
                    var run = transactions.execute(status -> keep(node, taking, begun));
                    yield Optional.ofNullable(run).map(kept -> order(kept, taking, begun));
                }
            };
        } catch (SQLException away) {
            LOG.info(
                    "The target of {} does not answer; its flow waits",
                    taking.planned().id(),
                    away);
            flows.next(taking.planned().id(), clock.instant());
            return Optional.empty();
        }
    }

    private NodeRun keep(Node node, Preparing.Taking taking, Arriving.Begun begun) {
        var agreement = taking.permit().agreement();
        runs.settle(taking.planned(), agreement, Runs.Stands.of(begun.soFar()));
        var run = runs.begin(taking.planned(), agreement, by(node));
        var rows = taking.permit().rows();
        var kept = new NodeRun(
                run.id(),
                run.flow(),
                node.id(),
                granted(taking.permit()),
                begun.start().run(),
                rows(begun.soFar()),
                rows.isPresent() ? OptionalLong.of(begun.start().read() + rows.getAsLong()) : rows,
                false);
        store.insert(kept);
        return kept;
    }

    private static Mode mode(Preparing.Taking taking) {
        return taking.flow().source().watermark().isPresent() ? Mode.CHANGED : Mode.FULL;
    }

    private Arriving arriving(Preparing.Taking taking) {
        return new Arriving(taking.flow(), taking.target(), clock);
    }

    private static Order order(NodeRun run, Preparing.Taking taking, Arriving.Begun begun) {
        return new Order(
                run.run(),
                taking.permit().agreement(),
                taking.planned().flow(),
                taking.covers(),
                begun.start(),
                run.lastLine(),
                begun.columns());
    }

    /** An order that the node lost sight of, from where the target stands; nothing when it may not go on or is done. */
    private Optional<Order> goOn(NodeRun open) {
        return switch (permitted(open)) {
            case Outcome.Refused<Preparing.Taking, Reason>(var why) -> {
                end(open, Run.State.STOPPED, why, Optional.empty());
                yield Optional.empty();
            }
            case Outcome.Done<Preparing.Taking, Reason>(var taking) -> goOn(open, taking);
        };
    }

    private Optional<Order> goOn(NodeRun open, Preparing.Taking taking) {
        try {
            var arriving = arriving(taking);
            var stands = arriving.last();
            if (stands.filter(receipt -> receipt.run() != open.targetRun()).isPresent()) {
                end(open, Run.State.STOPPED, new Reason("order-over", ""), Optional.empty());
                return Optional.empty();
            }
            if (stands.filter(receipt -> receipt.end() == Receipt.End.COMPLETE).isPresent()) {
                // It was committed, and this program or another ended before it could say so.
                end(open, Run.State.COMPLETE, Reason.NONE, stands);
                return Optional.empty();
            }
            return arriving.begin(mode(taking)).found().map(begun -> order(open, taking, begun));
        } catch (SQLException away) {
            LOG.info("The target of {} does not answer; its node is told later", open.flow(), away);
            return Optional.empty();
        }
    }

    /** Whether the run may go on as it began. */
    private Outcome<Preparing.Taking, Reason> permitted(NodeRun open) {
        var planned = book.find(open.flow());
        if (planned.isEmpty()) {
            return Outcome.refused(new Reason("order-over", ""));
        }
        if (!flows.halted(List.of(open.flow())).isEmpty()) {
            return Outcome.refused(new Reason("halted", ""));
        }
        return preparing
                .prepareForNode(planned.get(), clock.instant())
                .mapRefusal(Preparing.Barred::reason)
                .then(taking -> granted(taking.permit()).equals(open.granted())
                        ? Outcome.done(taking)
                        : Outcome.refused(
                                new Reason("agreement-changed", taking.permit().agreement())));
    }

    static String granted(Permit permit) {
        return permit.agreement()
                + permit.items().stream().map(Granted::toString).sorted().collect(Collectors.joining(","));
    }

    /** Writes a parcel of the node, if it may. */
    Answer take(Node node, Parcel parcel) {
        var found = store.find(parcel.order())
                .filter(run -> run.node() == node.id() && run.flow().equals(parcel.flow()) && !run.isEnded());
        if (found.isEmpty()) {
            return new Answer.Refused(new Reason("order-over", ""));
        }
        var open = found.get();
        return switch (permitted(open)) {
            case Outcome.Refused<Preparing.Taking, Reason>(var why) -> {
                end(open, Run.State.STOPPED, why, Optional.empty());
                yield new Answer.Refused(why);
            }
            case Outcome.Done<Preparing.Taking, Reason>(var taking) -> take(open, taking, parcel);
        };
    }

    private Answer take(NodeRun open, Preparing.Taking taking, Parcel parcel) {
        if (open.lastLine().isPresent()
                && parcel.read() > 0
                && parcel.before() >= open.lastLine().getAsLong()) {
            return new Answer.Refused(new Reason("limit", ""));
        }
        try {
            return switch (arriving(taking).take(parcel)) {
                case Arrival.Written(var soFar) -> committed(open, taking.flow(), parcel, soFar);
                case Arrival.Known(var soFar) -> committed(open, taking.flow(), parcel, soFar);
                case Arrival.OutOfOrder() -> new Answer.Refused(new Reason("out-of-order", ""));
                case Arrival.Busy() -> new Answer.NotNow();
                case Arrival.Malformed(var what) -> failed(open, new Reason("malformed", what));
                case Arrival.Barred(var why) -> failed(open, Reason.of(why));
            };
        } catch (SQLException away) {
            LOG.info("The target of {} does not answer; its node sends again", open.flow(), away);
            return new Answer.NotNow();
        }
    }

    private Answer failed(NodeRun open, Reason why) {
        end(open, Run.State.FAILED, why, Optional.empty());
        return new Answer.Refused(why);
    }

    private Answer committed(NodeRun open, Flow flow, Parcel parcel, Receipt soFar) {
        if (soFar.end() == Receipt.End.COMPLETE) {
            end(open, Run.State.COMPLETE, Reason.NONE, Optional.of(soFar));
        } else if (parcel.reached().end() == Parcel.End.CUT) {
            var limited = Runner.End.limited(flow, since(open, soFar), soFar.span());
            end(open, limited.state(), limited.reason(), Optional.of(soFar));
        }
        return new Answer.Committed();
    }

    /** The node cannot read what it was told to. */
    void trouble(Node node, long order, Reason why) {
        store.find(order)
                .filter(run -> run.node() == node.id() && !run.isEnded())
                .ifPresent(open -> end(open, Run.State.FAILED, why, Optional.empty()));
    }

    /** Ends what the node has under way, in the transaction of the caller. */
    public void stopAll(Node node, Reason why) {
        store.open(node.id()).forEach(open -> end(open, Run.State.STOPPED, why, Optional.empty()));
    }

    /** @param stood the target; looked up when empty */
    private void end(NodeRun open, Run.State state, Reason why, Optional<Receipt> stood) {
        var planned = book.find(open.flow());
        var receipt = stood.or(() -> planned.flatMap(this::last)).filter(one -> one.run() == open.targetRun());
        var end = new Runner.End(
                state,
                why,
                receipt.map(one -> since(open, one)).orElse(Run.Rows.NONE),
                state == Run.State.COMPLETE
                        ? receipt.map(one -> one.ranges().digest()).orElse("")
                        : "",
                receipt.map(Receipt::span).orElse(Runner.End.NOTHING),
                receipt.map(Runs.Stands::of));
        transactions.executeWithoutResult(status -> {
            if (store.end(open.run()) && planned.isPresent()) {
                runs.find(open.run()).ifPresent(run -> runs.end(planned.get(), run, end));
            }
        });
        if (end.rows().setAside() > 0) {
            planned.ifPresent(this::count);
        }
        if (end.rows().written() > 0) {
            planned.ifPresent(filling::countBeside);
        }
    }

    private Optional<Receipt> last(PlannedFlow planned) {
        var target = preparing.target(planned);
        try {
            return target.isPresent() ? new Arriving(planned.flow(), target.get(), clock).last() : Optional.empty();
        } catch (SQLException away) {
            LOG.info("What the run of {} moved is not known while its target is away", planned.id(), away);
            return Optional.empty();
        }
    }

    private void count(PlannedFlow planned) {
        preparing.target(planned).ifPresent(target -> {
            try {
                flows.waiting(planned.id(), new org.tongqu.exchange.table.Quarantine(planned.flow(), target).waiting());
            } catch (SQLException away) {
                LOG.info("The quarantine of {} is counted after its next run", planned.id(), away);
            }
        });
    }

    private static Run.Rows rows(Receipt receipt) {
        return new Run.Rows(receipt.read(), receipt.written(), receipt.setAside());
    }

    private static Run.Rows since(NodeRun open, Receipt now) {
        var first = open.first();
        return new Run.Rows(
                now.read() - first.read(), now.written() - first.written(), now.setAside() - first.setAside());
    }
}
