package org.tongqu.platform.data.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.node.NodeKeys;
import org.tongqu.exchange.parcels.Delivery;
import org.tongqu.exchange.parcels.DeliveryJson;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.operate.store.Together;

/** What nodes ask of the centre: to be let in, what to do, to take what they read. */
@Component
class NodeCalls {

    private static final int RECEIPTS_AT_ONCE = 20;
    private static final int TEXT_MOST = 300;

    private final NodeStore nodes;
    private final Together<Long, NodeStore.Owned> owners;
    private final NodeAuthority authority;
    private final NodeRuns runs;
    private final NodeDeliveries deliveries;
    private final NodeRelays relays;
    private final NodeQuestions questions;
    private final NodeReceipts receipts;
    private final NodeDeeds deeds;
    private final SystemStore systems;
    private final Clock clock;
    private final long pause;

    NodeCalls(Behind behind, NodeDeeds deeds, Environment environment, Clock clock) {
        this.nodes = behind.nodes();
        this.owners = new Together<>(behind.nodes()::owned);
        this.authority = behind.authority();
        this.runs = behind.runs();
        this.deliveries = behind.deliveries();
        this.relays = behind.relays();
        this.questions = behind.questions();
        this.receipts = behind.receipts();
        this.systems = behind.systems();
        this.deeds = deeds;
        this.clock = clock;
        this.pause = environment.getProperty("tongqu.nodes.ask-every-millis", Long.class, 3000L);
    }

    /** What they are answered from. */
    @Component
    record Behind(
            NodeStore nodes,
            NodeAuthority authority,
            NodeRuns runs,
            NodeDeliveries deliveries,
            NodeRelays relays,
            NodeQuestions questions,
            NodeReceipts receipts,
            SystemStore systems) {}

    /** What is said to a node. @param status as HTTP has it @param parcel instead of the body, for one that fetches */
    record Reply(int status, Datum body, Optional<NodeDeliveries.Answer.Handed> parcel) {
        static final Reply NOT_NOW = said(503, Datum.empty());

        private static Reply said(int status, Datum body) {
            return new Reply(status, body, Optional.empty());
        }

        static Reply done(Datum body) {
            return said(200, body);
        }

        static Reply refused(int status, Reason why) {
            return said(
                    status, Datum.empty().with("reason", Datum.of(why.code())).with("detail", Datum.of(why.detail())));
        }
    }

    /** Who calls, by the certificate that the line was opened with. */
    Outcome<Node, Reply> caller(Optional<X509Certificate> shown) {
        return shown.isEmpty()
                ? refusedCaller("no-certificate")
                : NodeAuthority.node(shown.get())
                        .flatMap(nodes::find)
                        .map(node -> node.back().isPresent()
                                ? NodeCalls.<Node>refusedCaller("taken-back")
                                : Outcome.<Node, Reply>done(node))
                        .orElseGet(() -> refusedCaller("certificate-unknown"));
    }

    /** As {@link #caller} for what is asked hundreds of times a second: those of one moment are looked up together. */
    Outcome<NodeStore.Owned, Reply> owner(Optional<X509Certificate> shown) {
        return shown.isEmpty()
                ? refusedCaller("no-certificate")
                : NodeAuthority.node(shown.get())
                        .flatMap(owners::find)
                        .map(node -> node.isBack()
                                ? NodeCalls.<NodeStore.Owned>refusedCaller("taken-back")
                                : Outcome.<NodeStore.Owned, Reply>done(node))
                        .orElseGet(() -> refusedCaller("certificate-unknown"));
    }

    private static <T> Outcome<T, Reply> refusedCaller(String reason) {
        return Outcome.refused(Reply.refused(403, new Reason(reason, "")));
    }

    /** Lets a node in by its code, which is used up with it. */
    @Transactional
    public Reply enrol(Datum asked) {
        var secret = asked.text("code").orElse("");
        var now = clock.instant();
        var callingText = asked.text("key").orElse("");
        var signingText = asked.text("signingKey").orElse("");
        var calling = NodeKeys.readCalling(callingText);
        var signing = NodeKeys.readSigning(signingText);
        var proved = (secret + "\n" + callingText + "\n" + signingText).getBytes(UTF_8);
        var state = nodes.state(secret, now);
        if (state != NodeStore.CodeState.GOOD) {
            return Reply.refused(403, new Reason("code-" + state.name().toLowerCase(java.util.Locale.ROOT), ""));
        }
        if (calling.isEmpty()
                || signing.isEmpty()
                || !NodeKeys.isTrue(
                        calling.get(),
                        NodeKeys.ENROLMENT,
                        proved,
                        asked.text("proof").orElse(""))
                || !NodeKeys.isTrue(
                        signing.get(),
                        NodeKeys.ENROLMENT,
                        proved,
                        asked.text("signingProof").orElse(""))) {
            return Reply.refused(400, new Reason("key-not-proved", ""));
        }
        return nodes.use(secret, now)
                .map(invited -> {
                    var key = receipts.keep(invited.system(), signing.get(), now);
                    var until = now.plus(authority.certificateLives());
                    var id = nodes.enrol(invited, key, cut(asked.text("version").orElse("")), now, until);
                    deeds.enrolled(id, invited, now);
                    return Reply.done(Datum.empty()
                            .with("node", Datum.of(String.valueOf(id)))
                            .with("system", Datum.of(invited.system()))
                            .with("certificate", Datum.of(text(authority.ofNode(id, calling.get(), now)))));
                })
                // Somebody else used it between the two questions.
                .orElseGet(() -> Reply.refused(403, new Reason("code-used", "")));
    }

    Reply renew(Node node, Datum asked) {
        var text = asked.text("key").orElse("");
        var key = NodeKeys.readCalling(text);
        if (key.isEmpty()
                || !NodeKeys.isTrue(
                        key.get(),
                        NodeKeys.ENROLMENT,
                        text.getBytes(UTF_8),
                        asked.text("proof").orElse(""))) {
            return Reply.refused(400, new Reason("key-not-proved", ""));
        }
        var now = clock.instant();
        nodes.renewed(node.id(), now.plus(authority.certificateLives()));
        return Reply.done(Datum.empty()
                .with("certificate", Datum.of(text(authority.ofNode(node.id(), key.get(), now)))));
    }

    private static String text(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Removes the login that was kept here for the system of a node that has entered its database; whoever connects the
     * system here again finds it removed again.
     */
    @Transactional
    public void takeOver(Node node, Datum told) {
        if (told.truth("connected").orElse(false) && systems.forget(node.system())) {
            var now = clock.instant();
            nodes.loginRemoved(node.id(), now);
            deeds.loginRemoved(node, now);
        }
    }

    /** Notes what the node says of itself and gives it what is due. */
    Reply work(Node node, Datum told) {
        nodes.seen(
                node.id(),
                new Node.Told(
                        cut(told.text("version").orElse("")),
                        told.truth("connected").orElse(false),
                        told.number("parcels")
                                .map(java.math.BigDecimal::longValue)
                                .orElse(0L),
                        told.number("bytes")
                                .map(java.math.BigDecimal::longValue)
                                .orElse(0L)),
                clock.instant());
        var isConnected = told.truth("connected").orElse(false);
        var orders = isConnected ? orders(node) : List.<Order>of();
        var given = isConnected ? deliveries.deliveries(node) : List.<Delivery>of();
        return Reply.done(Datum.empty()
                .with("pause", Datum.of(pause))
                .with("questions", Datum.of(isConnected ? questions.open(node) : List.of()))
                .with("orders", Datum.of(orders.stream().map(OrderJson::write).toList()))
                .with(
                        "deliveries",
                        Datum.of(given.stream().map(DeliveryJson::write).toList()))
                .with(
                        "sign",
                        Datum.of(receipts.unsigned(node, RECEIPTS_AT_ONCE).stream()
                                .map(one -> Datum.empty()
                                        .with("order", Datum.of(one.run()))
                                        .with("content", Datum.of(one.content())))
                                .toList())));
    }

    private List<Order> orders(Node node) {
        return Stream.concat(runs.orders(node).stream(), relays.orders(node).stream())
                .toList();
    }

    /** @param signature of the node's own key */
    Reply parcel(Node node, byte[] bytes, String signature) {
        if (!NodeKeys.isTrue(receipts.key(node), NodeKeys.PARCEL, bytes, signature)) {
            return Reply.refused(400, new Reason("signature", ""));
        }
        try {
            var parcel = ParcelBytes.read(bytes);
            return switch (relays.take(node, parcel).orElseGet(() -> runs.take(node, parcel))) {
                case NodeRuns.Answer.Committed() -> Reply.done(Datum.empty());
                case NodeRuns.Answer.Refused(var why) -> Reply.refused(409, why);
                case NodeRuns.Answer.NotNow() -> Reply.NOT_NOW;
            };
        } catch (BrokenWire broken) {
            return Reply.refused(400, new Reason("malformed", String.valueOf(broken.getMessage())));
        }
    }

    /** Gives the node the parcel that goes on where its table stands. */
    Reply fetch(Node node, Datum told) {
        try {
            return switch (deliveries.fetch(node, DeliveryJson.readAsked(told))) {
                case NodeDeliveries.Answer.Handed handed -> new Reply(200, Datum.empty(), Optional.of(handed));
                case NodeDeliveries.Answer.NothingYet() -> Reply.refused(409, new Reason("nothing-yet", ""));
                case NodeDeliveries.Answer.Refused(var why) -> Reply.refused(409, why);
            };
        } catch (OrderJson.NoOrder | ArithmeticException broken) {
            return Reply.refused(400, new Reason("malformed", String.valueOf(broken.getMessage())));
        }
    }

    /** Takes a piece of an answer. @param signature of the node's own key */
    Reply answer(Node node, byte[] bytes, String signature) {
        if (!NodeKeys.isTrue(receipts.key(node), NodeKeys.ANSWER, bytes, signature)) {
            return Reply.refused(400, new Reason("signature", ""));
        }
        try {
            return switch (questions.take(node, bytes)) {
                case KEPT -> Reply.done(Datum.empty());
                case FULL -> Reply.refused(409, new Reason("nothing-yet", ""));
                case OVER -> Reply.refused(409, new Reason("question-over", ""));
            };
        } catch (BrokenWire broken) {
            return Reply.refused(400, new Reason("malformed", String.valueOf(broken.getMessage())));
        }
    }

    /** Gives the node a piece of what it is to write. */
    Reply piece(Node node, Datum told) {
        var number = told.number("number").map(java.math.BigDecimal::intValue).orElse(0);
        return questions
                .fetch(node, question(told), number)
                .fold(
                        bytes -> new Reply(
                                200, Datum.empty(), Optional.of(new NodeDeliveries.Answer.Handed(bytes, () -> true))),
                        why -> Reply.refused(409, why));
    }

    private static long question(Datum told) {
        return told.number("question").map(java.math.BigDecimal::longValue).orElse(0L);
    }

    Reply landed(Node node, Datum told) {
        try {
            return deliveries
                    .landed(node, DeliveryJson.readLanded(told))
                    .map(why -> Reply.refused(409, why))
                    .orElseGet(() -> Reply.done(Datum.empty()));
        } catch (OrderJson.NoOrder | ArithmeticException broken) {
            return Reply.refused(400, new Reason("malformed", String.valueOf(broken.getMessage())));
        }
    }

    Reply trouble(Node node, Datum told) {
        var order = told.number("order").map(java.math.BigDecimal::longValue).orElse(0L);
        var why = new Reason(
                cut(told.text("reason").orElse("fault")),
                cut(told.text("detail").orElse("")));
        if (question(told) > 0) {
            questions.refused(node, question(told), why);
            return Reply.done(Datum.empty());
        }
        runs.trouble(node, order, why);
        deliveries.trouble(node, order, why);
        relays.trouble(node, order, why);
        return Reply.done(Datum.empty());
    }

    Reply signature(Node node, Datum told) {
        var order = told.number("order").map(java.math.BigDecimal::longValue).orElse(0L);
        return receipts.sign(node, order, told.text("value").orElse(""))
                ? Reply.done(Datum.empty())
                : Reply.refused(400, new Reason("signature", ""));
    }

    static Datum read(byte[] body) {
        return DatumJson.tryRead(new String(body, UTF_8)).fold(datum -> datum, broken -> Datum.empty());
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MOST ? text : text.substring(0, TEXT_MOST);
    }
}
