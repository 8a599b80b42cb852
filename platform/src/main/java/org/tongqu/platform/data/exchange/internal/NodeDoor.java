package org.tongqu.platform.data.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.tongqu.exchange.node.NodeKeys;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.NodeVisits;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.internal.lines.Lines;

/**
 * The port of its own on which nodes call: TLS with the node authority's certificates on both sides, nothing else behind
 * it. Closed unless it is configured. The centre itself calls nobody.
 */
@Component
public class NodeDoor implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NodeDoor.class);
    private static final char[] NO_PASSWORD = "none".toCharArray();
    private static final Duration CERTIFICATE_LIVES = Duration.ofDays(825);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final int PARCEL_MOST = 64 << 20;
    private static final int TEXT_MOST = 1 << 20;

    /** Parcels that are held in memory at once. */
    private static final int PARCELS_AT_ONCE = 3;

    /** Parcels that are on their way to nodes at once, some of them on slow lines. */
    private static final int HANDED_AT_ONCE = 12;

    /** How much of a parcel is handed over at once, and after which time the run's permit is asked for between two. */
    private static final int PIECE = 64 << 10;

    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private static final String PATH = "/node/1/";

    /** How long a node waits for a question before it asks again. */
    private static final Duration UNTIL_CALLED = Duration.ofSeconds(20);

    /** Seconds that a whole request and a whole answer may take; without a limit anybody could hold the port's connections for good. */
    private static final List<String> PATIENCE =
            List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime");

    /**
     * Short answers leave at once instead of waiting for more; and a line that nobody uses just now is kept also when hundreds
     * are, since to close it would be to shake hands anew, and to break what is sent on it in that moment.
     */
    private static final Map<String, String> OF_THE_LINES =
            Map.of("sun.net.httpserver.nodelay", "true", "sun.net.httpserver.maxIdleConnections", "10000");

    static {
        OF_THE_LINES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        PATIENCE.stream()
                .filter(limit -> System.getProperty(limit) == null)
                .forEach(limit -> System.setProperty(limit, "600"));
    }

    private final NodeCalls calls;
    private final NodeAuthority authority;
    private final Lines lines;
    private final Supplier<Map<String, NodeVisits>> visits;
    private final Clock clock;
    private final int port;
    private final List<String> names;
    private final Semaphore parcels = new Semaphore(PARCELS_AT_ONCE);
    private final Semaphore handed = new Semaphore(HANDED_AT_ONCE);
    private @Nullable HttpsServer server;
    private boolean isEnded;

    NodeDoor(Behind behind, Environment environment, Clock clock) {
        this.calls = behind.calls();
        this.authority = behind.authority();
        this.lines = behind.lines();
        this.visits = SingletonSupplier.of(
                () -> behind.visits().stream().collect(Collectors.toMap(NodeVisits::name, Function.identity())));
        this.clock = clock;
        this.port = environment.getProperty("tongqu.nodes.port", Integer.class, -1);
        this.names = List.of(
                environment.getProperty("tongqu.nodes.names", String[].class, new String[] {"localhost", "127.0.0.1"}));
    }

    /** What stands behind it. @param visits what others answer */
    @Component
    record Behind(NodeCalls calls, NodeAuthority authority, Lines lines, ObjectProvider<NodeVisits> visits) {}

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (port >= 0) {
            // Whoever waits for a page comes first.
            CompletableFuture.delayedExecutor(AFTER.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::openAsConfigured);
        }
    }

    private void openAsConfigured() {
        try {
            open(port);
        } catch (IOException taken) {
            LOG.error("Nodes cannot call: the port {} cannot be opened ({})", port, taken.getMessage());
        }
    }

    /** Where nodes find the centre; nothing while it is closed. */
    public synchronized Optional<String> address() {
        return Optional.ofNullable(server)
                .map(open ->
                        "https://" + names.getFirst() + ":" + open.getAddress().getPort());
    }

    /** @param wanted 0 for any. @return the port that is open now */
    public synchronized int open(int wanted) throws IOException {
        if (isEnded) {
            return wanted;
        }
        if (server == null) {
            var fresh = HttpsServer.create(new InetSocketAddress(wanted), 0);
            fresh.setHttpsConfigurator(new Configurator(context()));
            fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            fresh.createContext("/", this::visitedOrAnswered);
            fresh.start();
            server = fresh;
            LOG.info("Nodes of departments call on port {}", fresh.getAddress().getPort());
        }
        return server.getAddress().getPort();
    }

    /** Nobody can call until it is opened again. */
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public synchronized void destroy() {
        isEnded = true;
        close();
    }

    /** Asks for a certificate; who has none may only be let in. */
    private static final class Configurator extends HttpsConfigurator {
        Configurator(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(new String[] {"TLSv1.3"});
            tls.setWantClientAuth(true);
            parameters.setSSLParameters(tls);
        }
    }

    private SSLContext context() {
        try {
            var pair = NodeKeys.calling();
            var certificate =
                    authority.ofCentre(names, pair.getPublic(), clock.instant().plus(CERTIFICATE_LIVES));
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("centre", pair.getPrivate(), NO_PASSWORD, new X509Certificate[] {
                certificate, authority.certificate()
            });
            var mine = KeyManagerFactory.getInstance("PKIX");
            mine.init(keys, NO_PASSWORD);
            var anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", authority.certificate());
            var trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(anchors);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(mine.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("The port for nodes cannot be secured", broken);
        }
    }

    /** What another part answers is not ended here when it fails: an answer that was broken off must be seen to be. */
    private void visitedOrAnswered(HttpExchange exchange) throws IOException {
        if (isVisit((HttpsExchange) exchange)) {
            exchange.close();
        } else {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            NodeCalls.Reply reply;
            try {
                reply = reply((HttpsExchange) exchange);
            } catch (RuntimeException fault) {
                LOG.error("A node's call could not be answered", fault);
                reply = NodeCalls.Reply.NOT_NOW;
            }
            if (reply.parcel().isPresent()) {
                if (handed.tryAcquire()) {
                    try {
                        hand(exchange, reply.parcel().get());
                    } finally {
                        handed.release();
                    }
                    return;
                }
                reply = NodeCalls.Reply.NOT_NOW;
            }
            var bytes = reply.body().canonical().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Hands a parcel over piece by piece; when it may not go on, the line ends in the middle of it. */
    private void hand(HttpExchange exchange, NodeDeliveries.Answer.Handed parcel) throws IOException {
        var bytes = parcel.parcel();
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, bytes.length);
        var asked = clock.instant();
        for (int from = 0; from < bytes.length; from += PIECE) {
            if (clock.instant().isAfter(asked.plus(ASKED_EVERY))) {
                asked = clock.instant();
                if (!parcel.mayGoOn().getAsBoolean()) {
                    LOG.info("A parcel was not handed over to its end, since its run was stopped");
                    throw new IOException("Stopped");
                }
            }
            exchange.getResponseBody().write(bytes, from, Math.min(PIECE, bytes.length - from));
        }
    }

    /** Whether another part of the platform answered it. */
    private boolean isVisit(HttpsExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var names = path.startsWith(PATH) ? path.substring(PATH.length()).split("/", 2) : new String[0];
        var visit = names.length == 2 && exchange.getRequestMethod().equals("POST")
                ? visits.get().get(names[0])
                : null;
        if (visit == null
                || !(calls.owner(shown(exchange))
                        instanceof Outcome.Done<NodeStore.Owned, NodeCalls.Reply>(var node))) {
            return false;
        }
        visit.answer(node.organisation(), names[1], exchange);
        return true;
    }

    private NodeCalls.Reply reply(HttpsExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("POST") || !path.startsWith(PATH)) {
            return NodeCalls.Reply.refused(404, new Reason("not-found", ""));
        }
        var what = path.substring(PATH.length());
        if (what.equals("enrol")) {
            return body(exchange, TEXT_MOST)
                    .map(bytes -> calls.enrol(NodeCalls.read(bytes)))
                    .orElse(TOO_LARGE);
        }
        if (what.equals("calls")) {
            return switch (calls.owner(shown(exchange))) {
                case Outcome.Refused<NodeStore.Owned, NodeCalls.Reply>(var no) -> no;
                case Outcome.Done<NodeStore.Owned, NodeCalls.Reply>(var node) -> called(exchange, node.system());
            };
        }
        return switch (calls.caller(shown(exchange))) {
            case Outcome.Refused<Node, NodeCalls.Reply>(var no) -> no;
            case Outcome.Done<Node, NodeCalls.Reply>(var node) -> reply(exchange, node, what);
        };
    }

    private static final NodeCalls.Reply TOO_LARGE = NodeCalls.Reply.refused(413, new Reason("too-large", ""));

    private NodeCalls.Reply reply(HttpsExchange exchange, Node node, String what) throws IOException {
        if (what.equals("parcel") || what.equals("answer")) {
            return signed(exchange, node, what);
        }
        var body = body(exchange, TEXT_MOST);
        if (body.isEmpty()) {
            return TOO_LARGE;
        }
        var told = NodeCalls.read(body.get());
        return switch (what) {
            case "work" -> {
                calls.takeOver(node, told);
                yield calls.work(node, told);
            }
            case "renew" -> calls.renew(node, told);
            case "fetch" -> calls.fetch(node, told);
            case "piece" -> calls.piece(node, told);
            case "landed" -> calls.landed(node, told);
            case "trouble" -> calls.trouble(node, told);
            case "signature" -> calls.signature(node, told);
            default -> NodeCalls.Reply.refused(404, new Reason("not-found", ""));
        };
    }

    /** The answer to somebody's question, if there is one, and the next question. */
    private NodeCalls.Reply called(HttpExchange exchange, String system) {
        var headers = exchange.getRequestHeaders();
        var call = headers.getFirst("Tongqu-Call");
        if (call != null) {
            var status = Optional.ofNullable(headers.getFirst("Tongqu-Status"))
                    .filter(said -> said.matches("[0-9]{3}"))
                    .map(Integer::valueOf);
            var trouble = Optional.ofNullable(headers.getFirst("Tongqu-Trouble"))
                    .orElse(status.isPresent() ? "" : "unreachable");
            lines.answered(system, new Lines.Came(call, status.orElse(0), trouble, exchange.getRequestBody()));
        }
        return new NodeCalls.Reply(200, lines.next(system, UNTIL_CALLED).orElseGet(Datum::empty), Optional.empty());
    }

    private NodeCalls.Reply signed(HttpsExchange exchange, Node node, String what) throws IOException {
        if (!parcels.tryAcquire()) {
            return NodeCalls.Reply.NOT_NOW;
        }
        try {
            var signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Tongqu-Signature"))
                    .orElse("");
            return body(exchange, PARCEL_MOST)
                    .map(bytes -> what.equals("answer")
                            ? calls.answer(node, bytes, signature)
                            : calls.parcel(node, bytes, signature))
                    .orElse(TOO_LARGE);
        } finally {
            parcels.release();
        }
    }

    private static Optional<byte[]> body(HttpExchange exchange, int most) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(most + 1);
        return bytes.length <= most ? Optional.of(bytes) : Optional.empty();
    }

    private static Optional<X509Certificate> shown(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
