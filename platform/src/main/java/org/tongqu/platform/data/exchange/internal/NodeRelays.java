package org.tongqu.platform.data.exchange.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.internal.NodeDeliveryStore.NodeDelivery;
import org.tongqu.platform.data.exchange.internal.NodeRelayStore.State;

/**
 * The reading side of runs from node to node: the writing node says where to go on, the reading one is ordered to, and its
 * parcels wait here, sealed and few at once. A node is never held up for long by another that is away.
 */
@Component
public class NodeRelays {

    private static final int TRIES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final NodeRelayStore store;
    private final NodeDeliveries deliveries;
    private final Covers covers;

    NodeRelays(NodeRelayStore store, NodeDeliveries deliveries, Covers covers) {
        this.store = store;
        this.deliveries = deliveries;
        this.covers = covers;
    }

    /** What the node is to read for others; nothing of runs for which enough waits. */
    List<Order> orders(Node reader) {
        var orders = new ArrayList<Order>();
        for (var relay : store.open(reader.id())) {
            if (relay.state() == State.GOES_ON) {
                deliveries.find(relay.run()).flatMap(open -> order(open, relay)).ifPresent(orders::add);
            }
        }
        return orders;
    }

    private Optional<Order> order(NodeDelivery open, NodeRelayStore.Relay relay) {
        return deliveries
                .permittedOrEnded(open)
                .map(giving -> new Order(
                        open.run(),
                        giving.permit().agreement(),
                        giving.planned().flow(),
                        covers.told(giving.flow(), giving.permit()),
                        relay.asked().start(),
                        open.progress().lastLine(),
                        relay.asked().columns()))
                .found();
    }

    /** Keeps a parcel for the node that writes it; nothing when it is none of these runs. */
    Optional<NodeRuns.Answer> take(Node reader, Parcel parcel) {
        if (!store.isOf(parcel.order(), reader.id())) {
            return Optional.empty();
        }
        return deliveries.find(parcel.order()).map(open -> switch (deliveries.permittedOrEnded(open)) {
            case Outcome.Refused<Preparing.Giving, Reason>(var why) -> new NodeRuns.Answer.Refused(why);
            case Outcome.Done<Preparing.Giving, Reason> done -> take(open, parcel);
        });
    }

    private NodeRuns.Answer take(NodeDelivery open, Parcel parcel) {
        var last = open.progress().lastLine();
        if (!parcel.flow().equals(open.flow())) {
            return new NodeRuns.Answer.Refused(new Reason("order-over", ""));
        }
        if (last.isPresent() && parcel.read() > 0 && parcel.before() >= last.getAsLong()) {
            return new NodeRuns.Answer.Refused(new Reason("limit", ""));
        }
        for (int i = 0; i < TRIES; i++) {
            switch (store.put(parcel)) {
                case KEPT, KNOWN -> {
                    return new NodeRuns.Answer.Committed();
                }
                case OUT_OF_ORDER -> {
                    return new NodeRuns.Answer.Refused(new Reason("out-of-order", ""));
                }
                case FULL -> {
                    if (!isRested()) {
                        return new NodeRuns.Answer.NotNow();
                    }
                }
            }
        }
        // What was read stays in the department and is read again, so that other flows of the node go on.
        return new NodeRuns.Answer.Refused(new Reason("other-side-behind", ""));
    }

    private static boolean isRested() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The node cannot read what it was told to. */
    void trouble(Node reader, long order, Reason why) {
        if (store.isOf(order, reader.id())) {
            deliveries.find(order).ifPresent(open -> deliveries.failed(open, why));
        }
    }

    /** Ends what the node reads for others, in the transaction of the caller. */
    public void stopAll(Node reader, Reason why) {
        store.open(reader.id())
                .forEach(relay -> deliveries.find(relay.run()).ifPresent(open -> deliveries.stopped(open, why)));
    }
}
