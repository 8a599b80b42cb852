package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;

/**
 * Where systems of the department call what other departments offer, at the same addresses as at the centre: the node carries
 * the call there over its own line and the answer back as it comes. Keeps nothing and looks into nothing; who may what is the
 * centre's to say, by the key that the system shows.
 */
final class CallsPort implements AutoCloseable {

    static final String PATH = "/api/interfaces/";

    private static final List<String> TOLD =
            List.of("Authorization", "Tongqu-Purpose", "Tongqu-Case", "Content-Type", "Accept-Language");
    private static final List<String> ANSWERED = List.of(
            "Content-Type",
            "Content-Language",
            "Cache-Control",
            "Retry-After",
            "WWW-Authenticate",
            "Tongqu-Call",
            "Tongqu-Agreement");
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int PIECE = 64 * 1024;

    /** Lines to the centre that are open at once; whoever comes when all are busy waits for the next. */
    private static final int AT_ONCE = 48;

    private static final Duration UNTIL_ROOM = Duration.ofSeconds(30);

    private final HttpServer server;
    private final Supplier<Sender.Line> line;
    private final Standing standing;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    private CallsPort(HttpServer server, Supplier<Sender.Line> line, Standing standing, InstantSource clock) {
        this.server = server;
        this.line = line;
        this.standing = standing;
        this.clock = clock;
    }

    static CallsPort open(InetSocketAddress at, Supplier<Sender.Line> line, Standing standing, InstantSource clock) {
        try {
            var server = HttpServer.create(at, 0);
            var port = new CallsPort(server, line, standing, clock);
            server.createContext("/", port::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("The port of calls cannot be opened at " + at, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var method = exchange.getRequestMethod();
        if (!path.startsWith(PATH)) {
            problem(exchange, 404, "not-found");
        } else if (!method.equals("GET") && !method.equals("POST")) {
            problem(exchange, 405, "method");
        } else {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                problem(exchange, 413, "too-large");
            } else {
                carry(exchange, body);
            }
        }
        // Only what went well is ended: of an answer that was broken off the line is cut, so that it is seen to be.
        exchange.close();
    }

    private void carry(HttpExchange exchange, byte[] body) throws IOException {
        try {
            if (!room.tryAcquire(UNTIL_ROOM.toMillis(), TimeUnit.MILLISECONDS)) {
                problem(exchange, 503, "busy");
                return;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("The node ends", ended);
        }
        try {
            carried(exchange, body);
        } finally {
            room.release();
        }
    }

    private void carried(HttpExchange exchange, byte[] body) throws IOException {
        HttpResponse<InputStream> response;
        try {
            var asked = exchange.getRequestURI();
            var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            var what = "interfaces/" + asked.getRawPath().substring(PATH.length()) + query;
            response = line.get().centre().carry(what, told(exchange), body);
        } catch (IOException away) {
            standing.trouble(clock.instant(), "", "centre-away", String.valueOf(away.getMessage()));
            problem(exchange, 502, "centre-away");
            return;
        }
        standing.called();
        var headers = response.headers();
        ANSWERED.forEach(name -> headers.firstValue(name)
                .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
        var length = headers.firstValueAsLong("Content-Length").orElse(0);
        exchange.sendResponseHeaders(response.statusCode(), length);
        var out = exchange.getResponseBody();
        try (var in = response.body()) {
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
        }
    }

    private static Map<String, String> told(HttpExchange exchange) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("Tongqu-Asked", exchange.getRequestMethod());
        for (var name : TOLD) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                told.put(name, value);
            }
        }
        return told;
    }

    /** A refusal of the node's own, as the centre's are (RFC 9457). */
    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        var zh = new Words(Language.ZH);
        var en = new Words(Language.EN);
        var bytes = Datum.empty()
                .with("type", Datum.of("urn:tongqu:interfaces:" + code))
                .with("status", Datum.of(status))
                .with("title", Datum.of(zh.say("calls." + code)))
                .with("detail", Datum.of(zh.say("calls." + code + ".do")))
                .with("title_en", Datum.of(en.say("calls." + code)))
                .with("detail_en", Datum.of(en.say("calls." + code + ".do")))
                .canonical()
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
