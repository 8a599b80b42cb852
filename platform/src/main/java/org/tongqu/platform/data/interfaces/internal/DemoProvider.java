package org.tongqu.platform.data.interfaces.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.Declaration;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.ParameterLines;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Mode;

/**
 * The interface of a department of the demo city: a small server beside the platform, on a port and with a secret of its
 * own that are new at each start, answering about made-up people. It is declared like any other and asked like any other.
 */
@Component
class DemoProvider implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProvider.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET = "X-Department-Secret";

    private final EndpointStore store;
    private final Catalog catalog;
    private final Clock clock;
    private final boolean isWanted;
    private final String secret;
    private @Nullable HttpServer server;

    DemoProvider(EndpointStore store, Catalog catalog, Mode mode, Environment environment, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.isWanted = mode == Mode.DEMO
                && environment.getProperty("tongqu.demo.load", Boolean.class, true)
                && environment.getProperty("tongqu.interfaces.demo", Boolean.class, true);
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        this.secret = HexFormat.of().formatHex(bytes);
    }

    /** A row of the table. @param path with the name of the parameter in braces @param table of what is answered */
    private record Offered(
            ResourceCode resource, String operation, String title, String path, String parameter, String table) {}

    @EventListener
    synchronized void on(ApplicationReadyEvent ready) {
        if (!isWanted) {
            return;
        }
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            for (var row : DemoTable.rows(Endpoints.class, "demo-endpoints.csv")) {
                offer(
                        started,
                        new Offered(
                                new ResourceCode(row.get(0)),
                                row.get(1),
                                row.get(2),
                                row.get(3),
                                row.get(4),
                                row.get(5)));
            }
            started.start();
            server = started;
        } catch (IOException | RuntimeException fault) {
            LOG.warn("The demo's department does not answer calls until the next start", fault);
        }
    }

    private void offer(HttpServer started, Offered offered) {
        var place = offered.path().substring(0, offered.path().indexOf('{'));
        var rows = DemoTable.all(Endpoints.class, offered.table());
        started.createContext(place, asked -> answer(asked, place, rows));
        var owner = catalog.findPublished(offered.resource())
                .map(edition -> edition.resource().organisation());
        owner.ifPresent(code -> declare(started, offered, code));
    }

    private void declare(HttpServer started, Offered offered, String owner) {
        var address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + started.getAddress().getPort() + offered.path();
        var declaration = new Declaration(
                offered.resource(),
                offered.operation(),
                offered.title(),
                new Endpoint.Target(
                        Endpoint.Method.GET, address, List.of("data", "rows"), Optional.of(SECRET), Optional.empty()),
                ParameterLines.read(offered.parameter()).orElseThrow(),
                new Endpoint.Limits(Duration.ofSeconds(5), 600),
                Optional.of(secret));
        if (!store.move(declaration)) {
            store.keep(owner, declaration, "demo", clock.instant());
        }
    }

    /** The rows whose first column is the last word of the address; the whole row, whatever was agreed. */
    private void answer(HttpExchange asked, String place, List<List<String>> table) throws IOException {
        try (asked) {
            asked.getRequestBody().readAllBytes();
            var shown = asked.getRequestHeaders().getFirst(SECRET);
            if (shown == null || !isSecret(shown)) {
                asked.sendResponseHeaders(401, -1);
                return;
            }
            var wanted = asked.getRequestURI().getPath().substring(place.length());
            var names = table.getFirst();
            var rows = table.stream()
                    .skip(1)
                    .filter(row -> row.getFirst().equals(wanted))
                    .map(row -> record(names, row))
                    .toList();
            var body = Datum.empty()
                    .with("code", Datum.of(0))
                    .with("data", Datum.empty().with("rows", Datum.of(rows)))
                    .canonical()
                    .getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(200, body.length);
            asked.getResponseBody().write(body);
        }
    }

    private boolean isSecret(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Datum record(List<String> names, List<String> row) {
        Datum record = Datum.empty();
        for (int column = 0; column < names.size(); column++) {
            record = record.with(names.get(column), Datum.of(row.get(column)));
        }
        return record;
    }

    @Override
    public synchronized void destroy() {
        if (server != null) {
            server.stop(0);
        }
    }
}
